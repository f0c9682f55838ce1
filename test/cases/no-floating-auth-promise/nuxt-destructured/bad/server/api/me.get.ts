export default defineEventHandler(async (event) => {
  const { user } = sessionOf(event); // expect: no-floating-auth-promise
  if (!user) throw createError({ statusCode: 401 });
  return { email: user.email };
});
