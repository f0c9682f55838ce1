import { cookies } from 'next/headers';
import { lucia } from './auth';
export const sid = async () => (await cookies()).get(lucia.sessionCookieName)?.value ?? null;
