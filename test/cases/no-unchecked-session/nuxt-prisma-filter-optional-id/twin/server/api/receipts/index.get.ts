export default defineEventHandler(async (event) => {
  const { user } = event.context;
  if (!user) throw createError({ statusCode: 401 });
  const receipts = await prisma.receipt.findMany({
    where: { personId: user.id },
    orderBy: { id: 'desc' },
  });
  return receipts.map(({ id, total }) => ({ id, total }));
});
