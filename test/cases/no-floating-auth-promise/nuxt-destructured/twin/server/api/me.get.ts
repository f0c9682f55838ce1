export default defineEventHandler(async (event) => {
  const { user } = await sessionOf(event);
  if (!user) throw createError({ statusCode: 401 });
  return { email: user.email };
});
