export default defineEventHandler(async (event) => {
  const { code } = await readBody(event);
  const user = event.context.user;
  if (!user) throw createError({ statusCode: 401 });
  if (!(await codeMatches(user.id, code))) throw createError({ statusCode: 400 });
  await lucia.invalidateUserSessions(user.id);
  await db.update(userTable).set({ email_verified: true }).where(eq(userTable.id, user.id));
  const session = await lucia.createSession(user.id, {});
  appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return { ok: true };
});
