export default defineEventHandler(async (event) => { // expect: require-session-check
  const body = await readBody(event);
  await prisma.siteSettings.update({ where: { id: 1 }, data: { title: body.title } });
  return { ok: true };
});
