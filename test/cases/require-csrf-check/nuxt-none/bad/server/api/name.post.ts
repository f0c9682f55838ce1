export default defineEventHandler(async (event) => { // expect: require-csrf-check
  const user = event.context.user;
  if (!user) throw createError({ statusCode: 401 });
  const { name } = await readBody(event);
  await prisma.user.update({ where: { id: user.id }, data: { name } });
});
