import { ordersOf } from '../utils/orders';

export default defineEventHandler(async (event) => {
  const userId = getCookie(event, 'user_id');
  if (!userId) throw createError({ statusCode: 401 }); // expect: no-cookie-trust
  return ordersOf(userId);
});
