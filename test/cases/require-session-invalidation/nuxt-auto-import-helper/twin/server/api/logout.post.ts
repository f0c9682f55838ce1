export default defineEventHandler(async (event) => {
  if (!event.context.session) throw createError({ statusCode: 401 });
  await leave(event);
  return { ok: true };
});
