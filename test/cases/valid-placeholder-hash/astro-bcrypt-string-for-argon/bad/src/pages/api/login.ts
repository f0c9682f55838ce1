import type { APIRoute } from 'astro';
import { lucia } from '../../lib/lucia';
import { verifyLogin } from '../../lib/verify-login';

export const POST: APIRoute = async ({ request, cookies, redirect }) => {
  const form = await request.formData();
  const id = await verifyLogin(String(form.get('email')), String(form.get('password')));
  if (!id) return new Response('Wrong e-mail or password', { status: 401 });
  const session = await lucia.createSession(id, {});
  const cookie = lucia.createSessionCookie(session.id);
  cookies.set(cookie.name, cookie.value, cookie.attributes);
  return redirect('/');
};
