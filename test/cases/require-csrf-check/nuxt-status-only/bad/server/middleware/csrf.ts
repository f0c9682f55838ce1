import { verifyRequestOrigin } from 'lucia';
export default defineEventHandler((event) => {
  if (event.method === 'GET') return;
  const ok = verifyRequestOrigin(getHeader(event, 'Origin') ?? '', [getHeader(event, 'Host') ?? '']);
  if (!ok) { // expect: require-csrf-check
    setResponseStatus(event, 403);
  }
});
