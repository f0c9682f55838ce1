export default defineEventHandler((event) => {
  const user = event.context.user;
  if (!user) throw createError({ statusCode: 401 });
  return { email: user.email };
});
