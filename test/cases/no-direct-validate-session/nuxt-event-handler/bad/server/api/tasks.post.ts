export default defineEventHandler(async (event) => {
  const sid = getCookie(event, lucia.sessionCookieName);
  const { user } = await lucia.validateSession(sid ?? ''); // expect: no-direct-validate-session
  if (!user) {
    throw createError({ statusCode: 401 });
  }
  const body = await readBody(event);
  await connection.execute('INSERT INTO task (owner_id, title) VALUES (?, ?)', [user.id, String(body.title)]);
  setResponseStatus(event, 201);
  return { ok: true };
});
