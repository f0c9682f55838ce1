import { verifyRequestOrigin } from 'lucia';

export default defineEventHandler((event) => {
  if (event.method === 'GET') return;
  const origin = getHeader(event, 'Origin');
  const host = getHeader(event, 'Host');
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) throw createError({ statusCode: 403 });
});
