import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { lucia } from '../lucia.server';
import { getAuth } from '../session.server';
export async function action({ request }: ActionFunctionArgs) {
  const { session } = await getAuth(request);
  if (session) await lucia.invalidateSession(session.id);
  const headers = new Headers();
  headers.append('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  return redirect('/', { headers });
}
