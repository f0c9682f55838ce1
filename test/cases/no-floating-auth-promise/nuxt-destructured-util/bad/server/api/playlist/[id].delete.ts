export default defineEventHandler(async (event) => {
  const { user } = sessionOf(event) as any; // expect: no-floating-auth-promise
  if (!user) throw createError({ statusCode: 401 });
  const id = getRouterParam(event, 'id')!;
  await sql`delete from playlist where id = ${id} and dj_id = ${user.id}`;
  setResponseStatus(event, 204);
  return null;
});
