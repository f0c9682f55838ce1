export default defineEventHandler(async (event) => {
  if (!event.context.user) throw createError({ statusCode: 401 });
  await wipe();
  return { ok: true };
});
