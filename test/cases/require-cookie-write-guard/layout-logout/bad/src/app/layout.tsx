import { cookies } from 'next/headers';
import { lucia } from '../auth';
export default async function Root({ children }) {
  const jar = await cookies();
  const sid = jar.get(lucia.sessionCookieName)?.value ?? '';
  const { session } = await lucia.validateSession(sid);
  if (!session) {
    const blank = lucia.createBlankSessionCookie();
    jar.set(blank.name, blank.value, blank.attributes); // expect: require-cookie-write-guard
  }
  return <html><body>{children}</body></html>;
}
