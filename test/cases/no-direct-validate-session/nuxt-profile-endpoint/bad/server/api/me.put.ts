import { eq } from 'drizzle-orm';

export default defineEventHandler(async (event) => {
  const ticket = getCookie(event, guardian.sessionCookieName);
  const { user } = ticket ? await guardian.validateSession(ticket) : { user: null }; // expect: no-direct-validate-session
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
