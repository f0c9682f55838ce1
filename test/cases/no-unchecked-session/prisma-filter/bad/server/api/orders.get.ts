export default defineEventHandler(async (event) => {
  const { user } = event.context;
  return prisma.order.findMany({
    where: { customerId: user?.id }, // expect: no-unchecked-session
  });
});
