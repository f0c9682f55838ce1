export default defineEventHandler(async (event) => {
  const { user } = event.context;
  if (!user?.id) throw createError({ statusCode: 401 });
  return prisma.order.findMany({
    where: { customerId: user?.id },
  });
});
