import { error, fail } from '@sveltejs/kit';
import { and, eq } from 'drizzle-orm';
import { db } from '$lib/server/db';
import { boards } from '$lib/server/schema';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  if (!locals.user) error(401);
  const [board] = await db
    .select()
    .from(boards)
    .where(and(eq(boards.id, params.id), eq(boards.ownerId, locals.user.id)));
  if (!board) error(404);
  return { board };
};

export const actions: Actions = {
  rename: async ({ request, locals, params }) => {
    const { user } = locals;
    if (!user) return fail(401);
    const title = String((await request.formData()).get('title') ?? '').trim();
    if (!title) return fail(400, { message: 'A board needs a title' });
    await db
      .update(boards)
      .set({ title })
      .where(and(eq(boards.id, params.id), eq(boards.ownerId, user.id)));
    return { renamed: true };
  },
};
