import { verifyRequestOrigin } from 'lucia';
import type { NextApiRequest } from 'next';

/**
 * Whether a request that changes something comes from this site. It compares with the Host header: behind a proxy that
 * rewrites it, compare with the host of your site from a setting instead.
 */
export function isSameOrigin(req: NextApiRequest): boolean {
  const { origin, host } = req.headers;
  return origin !== undefined && host !== undefined && verifyRequestOrigin(origin, [host]);
}
