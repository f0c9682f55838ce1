export default defineEventHandler(async (event) => {
  const me = event.context.user;
  if (!me) throw createError({ statusCode: 401 });
  return plansOf(me.id);
});
