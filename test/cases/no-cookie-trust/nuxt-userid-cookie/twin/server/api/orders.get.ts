import { ordersOf } from '../utils/orders';

export default defineEventHandler(async (event) => {
  if (!event.context.user) throw createError({ statusCode: 401 });
  return ordersOf(event.context.user.id);
});
