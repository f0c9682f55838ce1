export default defineEventHandler(async (event) => {
  const { code } = await readBody(event);
  const user = event.context.user;
  if (!user) throw createError({ statusCode: 401 });
  if (!(await codeMatches(user.id, code))) throw createError({ statusCode: 400 });
  await db.update(userTable).set({ email_verified: true }).where(eq(userTable.id, user.id)); // expect: require-session-rotation
  return { ok: true };
});
