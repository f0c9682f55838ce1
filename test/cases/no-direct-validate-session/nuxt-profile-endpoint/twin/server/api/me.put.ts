import { eq } from 'drizzle-orm';

export default defineEventHandler(async (event) => {
  const user = event.context.user;
  if (!user) {
    throw createError({ statusCode: 401 });
  }
  const { bio } = await readBody(event);
  await useDb()
    .update(tables.cooks)
    .set({ bio: String(bio).slice(0, 500) })
    .where(eq(tables.cooks.id, user.id));
  return { ok: true };
});
