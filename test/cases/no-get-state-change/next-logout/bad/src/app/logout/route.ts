import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { lucia, validateRequest } from '@/lib/auth';

export async function GET() {
  const { session } = await validateRequest();
  if (session) await lucia.invalidateSession(session.id); // expect: no-get-state-change
  const blank = lucia.createBlankSessionCookie();
  (await cookies()).set(blank.name, blank.value, blank.attributes);
  redirect('/');
}
