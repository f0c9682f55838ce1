export default defineEventHandler(async (event) => {
  const { user } = await sessionOf(event);
  if (!user) throw createError({ statusCode: 401 });
  const id = getRouterParam(event, 'id')!;
  await sql`delete from playlist where id = ${id} and dj_id = ${user.id}`;
  setResponseStatus(event, 204);
  return null;
});
