export default defineEventHandler(async (event) => {
  if (event.context.user?.role !== 'admin') throw createError({ statusCode: 403 });
  const body = await readBody(event);
  await prisma.siteSettings.update({ where: { id: 1 }, data: { title: body.title } });
  return { ok: true };
});
