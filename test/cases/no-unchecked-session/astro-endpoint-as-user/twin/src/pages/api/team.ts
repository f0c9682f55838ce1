import type { APIRoute } from 'astro';
import { db } from '../../server/db';

export const PUT: APIRoute = async ({ locals, request }) => {
  const { user } = locals;
  if (!user) return new Response(null, { status: 401 });
  const { name } = await request.json();
  await db.updateTable('team').set({ name }).where('captain_id', '=', user.id).execute();
  return new Response(null, { status: 204 });
};
