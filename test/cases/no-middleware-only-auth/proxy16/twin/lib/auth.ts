import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { adapter } from './adapter';
export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
export const who = cache(async () => lucia.validateSession((await cookies()).get(lucia.sessionCookieName)?.value ?? ''));
