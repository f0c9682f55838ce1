import { createMiddleware } from 'hono/factory';
import { verifyRequestOrigin } from 'lucia';

/**
 * Refuses requests that change something and were sent by another site. It compares with the Host header: behind a proxy
 * that rewrites it, compare with the host of your site from a setting instead.
 */
export const checkOrigin = createMiddleware(async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.method === 'OPTIONS') return next();
  //#if form-post
  //: // Apple sends the browser back with a form; the state cookie guards that request.
  //: if (c.req.path === '/login/apple/callback') return next();
  //#endif
  const origin = c.req.header('Origin');
  const host = c.req.header('Host');
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) return c.text('Forbidden', 403);
  return next();
});
