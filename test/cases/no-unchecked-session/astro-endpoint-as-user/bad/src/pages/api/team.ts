import type { APIRoute } from 'astro';
import type { User } from 'lucia';
import { db } from '../../server/db';

export const PUT: APIRoute = async ({ locals, request }) => {
  const user = locals.user as User; // expect: no-unchecked-session
  const { name } = await request.json();
  await db.updateTable('team').set({ name }).where('captain_id', '=', user.id).execute();
  return new Response(null, { status: 204 });
};
