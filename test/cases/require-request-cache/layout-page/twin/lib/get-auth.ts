import { cookies } from 'next/headers';
import * as React from 'react';
import { lucia } from './lucia';
const read = async () => {
  const sid = cookies().get(lucia.sessionCookieName)?.value ?? null;
  if (!sid) return { user: null, session: null };
  return lucia.validateSession(sid);
};
export const getAuth = React.cache(read);
