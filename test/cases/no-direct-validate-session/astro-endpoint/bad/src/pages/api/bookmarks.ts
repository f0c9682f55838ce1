import type { APIRoute } from 'astro';
import { db } from '../../lib/db';
import { lucia } from '../../lib/lucia';

export const POST: APIRoute = async (ctx) => {
  const cookie = ctx.cookies.get(lucia.sessionCookieName);
  const check = cookie ? await lucia.validateSession(cookie.value) : null; // expect: no-direct-validate-session
  const user = check?.user;
  if (!user) return new Response('Unauthorized', { status: 401 });
  const { url } = await ctx.request.json();
  if (typeof url !== 'string') return new Response('Bad request', { status: 400 });
  db.prepare('INSERT INTO bookmark (user_id, url) VALUES (?, ?)').run(user.id, url);
  return new Response(null, { status: 201 });
};
