import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { auth } from '~/lib/auth.server';

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const sid = auth.readSessionCookie(request.headers.get('Cookie') ?? '');
  if (sid) {
    await auth.invalidateSession(sid); // expect: no-get-state-change
  }
  return redirect('/login', {
    headers: [['Set-Cookie', auth.createBlankSessionCookie().serialize()]],
  });
};
