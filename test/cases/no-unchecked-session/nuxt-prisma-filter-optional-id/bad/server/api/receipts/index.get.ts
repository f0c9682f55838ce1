export default defineEventHandler(async (event) => {
  const { user } = event.context;
  const receipts = await prisma.receipt.findMany({
    where: { personId: user?.id }, // expect: no-unchecked-session
    orderBy: { id: 'desc' },
  });
  return receipts.map(({ id, total }) => ({ id, total }));
});
