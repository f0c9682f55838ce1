import { Elysia } from 'elysia';
import { verifyRequestOrigin } from 'lucia';

export const sameOrigin = new Elysia({ name: 'same-origin' }).onBeforeHandle({ as: 'scoped' }, ({ request, error }) => {
  if (request.method === 'GET') return;
  const origin = request.headers.get('Origin');
  const host = request.headers.get('Host');
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) return error(403);
});
