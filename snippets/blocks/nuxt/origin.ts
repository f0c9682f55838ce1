import { createError, defineEventHandler, getHeader } from 'h3';
import { verifyRequestOrigin } from 'lucia';

/**
 * Refuses requests that change something and were sent by another site. It compares with the Host header: behind a proxy
 * that rewrites it, compare with the host of your site from a setting instead.
 */
export default defineEventHandler((event) => {
  if (event.method === 'GET' || event.method === 'HEAD' || event.method === 'OPTIONS') return;
  //#if form-post
  //: // Apple sends the browser back with a form; the state cookie guards that request.
  //: if (event.path === '/login/apple/callback') return;
  //#endif
  const origin = getHeader(event, 'Origin');
  const host = getHeader(event, 'Host');
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) {
    throw createError({ statusCode: 403, statusMessage: 'Forbidden' });
  }
});
