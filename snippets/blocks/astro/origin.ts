import { defineMiddleware } from 'astro:middleware';
import { verifyRequestOrigin } from 'lucia';

/**
 * Refuses requests that change something and were sent by another site. It compares with the Host header: behind a proxy
 * that rewrites it, compare with the host of your site from a setting instead.
 */
export const checkOrigin = defineMiddleware((context, next) => {
  const { method, headers } = context.request;
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return next();
  //#if form-post
  //: // Apple sends the browser back with a form; the state cookie guards that request. Set `security.checkOrigin` to false in
  //: // the configuration of Astro: this check does its work.
  //: if (context.url.pathname === '/login/apple/callback') return next();
  //#endif
  const origin = headers.get('Origin');
  const host = headers.get('Host');
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) return new Response('Forbidden', { status: 403 });
  return next();
});
