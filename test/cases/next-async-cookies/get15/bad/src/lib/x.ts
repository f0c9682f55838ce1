import { cookies } from 'next/headers';
import { lucia } from './auth';
export const sid = () => cookies().get(lucia.sessionCookieName)?.value ?? null; // expect: next-async-cookies
