import { verifyRequestOrigin } from 'lucia';

/**
 * Whether a request that changes something comes from this site. Server actions are checked by Next.js, route handlers are
 * not. It compares with the Host header: behind a proxy that rewrites it, compare with the host of your site from a setting.
 */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('Origin');
  const host = request.headers.get('Host');
  return origin !== null && host !== null && verifyRequestOrigin(origin, [host]);
}
