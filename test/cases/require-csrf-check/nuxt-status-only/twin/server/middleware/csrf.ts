import { verifyRequestOrigin } from 'lucia';
export default defineEventHandler((event) => {
  if (event.method === 'GET') return;
  const ok = verifyRequestOrigin(getHeader(event, 'Origin') ?? '', [getHeader(event, 'Host') ?? '']);
  if (!ok) {
    return event.node.res.writeHead(403).end();
  }
});
