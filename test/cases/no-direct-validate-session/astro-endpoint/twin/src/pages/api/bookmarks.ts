import type { APIRoute } from 'astro';
import { db } from '../../lib/db';

export const POST: APIRoute = async (ctx) => {
  const user = ctx.locals.user;
  if (!user) return new Response('Unauthorized', { status: 401 });
  const { url } = await ctx.request.json();
  if (typeof url !== 'string') return new Response('Bad request', { status: 400 });
  db.prepare('INSERT INTO bookmark (user_id, url) VALUES (?, ?)').run(user.id, url);
  return new Response(null, { status: 201 });
};
