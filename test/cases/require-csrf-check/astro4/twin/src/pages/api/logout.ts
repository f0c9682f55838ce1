import type { APIContext } from 'astro';
import { lucia } from '../../auth';
export async function POST(context: APIContext): Promise<Response> {
  if (!context.locals.session) return new Response(null, { status: 401 });
  await lucia.invalidateSession(context.locals.session.id);
  const c = lucia.createBlankSessionCookie();
  context.cookies.set(c.name, c.value, c.attributes);
  return context.redirect('/login');
}
