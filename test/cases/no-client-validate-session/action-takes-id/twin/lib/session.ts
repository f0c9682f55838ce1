import { lucia } from './auth';
export async function readViewer(token: string | undefined) {
  if (!token) return null;
  const { user } = await lucia.validateSession(token);
  return user;
}
