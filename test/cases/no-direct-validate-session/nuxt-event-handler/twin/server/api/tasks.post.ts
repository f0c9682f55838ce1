export default defineEventHandler(async (event) => {
  const user = event.context.user;
  if (!user) {
    throw createError({ statusCode: 401 });
  }
  const body = await readBody(event);
  await connection.execute('INSERT INTO task (owner_id, title) VALUES (?, ?)', [user.id, String(body.title)]);
  setResponseStatus(event, 201);
  return { ok: true };
});
