import type { APIRoute } from 'astro';
export const POST: APIRoute = async ({ request, cookies }) => {
  const form = await request.formData();
  cookies.set('theme', form.get('theme') as string, { path: '/', httpOnly: true, secure: true, sameSite: 'lax' });
  return new Response(null, { status: 204 });
};
