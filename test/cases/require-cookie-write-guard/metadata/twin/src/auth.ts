import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { adapter } from './adapter';
export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
export const put = (c) => {
  try {
    cookies().set(c.name, c.value, c.attributes);
  } catch {
    // while rendering
  }
};
export async function readSession() {
  const sid = cookies().get(lucia.sessionCookieName)?.value;
  if (!sid) return { user: null, session: null };
  const result = await lucia.validateSession(sid);
  if (result.session?.fresh) put(lucia.createSessionCookie(result.session.id));
  if (!result.session) put(lucia.createBlankSessionCookie());
  return result;
}
