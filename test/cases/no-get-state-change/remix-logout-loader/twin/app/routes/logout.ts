import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { auth, isSameOrigin } from '~/lib/auth.server';

export const action = async ({ request }: ActionFunctionArgs) => {
  if (!isSameOrigin(request)) throw new Response(null, { status: 403 });
  const sid = auth.readSessionCookie(request.headers.get('Cookie') ?? '');
  if (sid) {
    await auth.invalidateSession(sid);
  }
  return redirect('/login', {
    headers: [['Set-Cookie', auth.createBlankSessionCookie().serialize()]],
  });
};
