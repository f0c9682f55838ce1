import { Elysia } from 'elysia';
import { verifyRequestOrigin } from 'lucia';

export const sameOrigin = new Elysia({ name: 'same-origin' }).onBeforeHandle({ as: 'global' }, ({ request, error }) => {
  const origin = request.headers.get('Origin');
  const host = request.headers.get('Host');
  if (request.method !== 'GET' && (!origin || !host || !verifyRequestOrigin(origin, [host]))) return error(403);
});
