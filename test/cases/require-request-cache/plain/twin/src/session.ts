import * as React from 'react';
import { cookies } from 'next/headers';
import { lucia } from './auth';
async function load() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
export const getAuth = React.cache(load);
