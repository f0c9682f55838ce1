import type { APIRoute } from 'astro';
import { lucia } from '../../auth';
export const POST: APIRoute = async ({ request, cookies }) => {
  const form = await request.formData();
  cookies.set(lucia.sessionCookieName, form.get('sid') as string, { path: '/', httpOnly: true, secure: true, sameSite: 'lax' }); // expect: no-session-fixation
  return new Response(null, { status: 204 });
};
