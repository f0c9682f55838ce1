import type { NextApiRequest } from 'next';

/** The address of the client, as the proxy in front of Next.js reports it. The proxy has to overwrite the header. */
export function clientAddress(req: NextApiRequest): string {
  const forwarded = req.headers['x-forwarded-for'];
  const last = (Array.isArray(forwarded) ? forwarded.join(',') : forwarded)?.split(',').at(-1)?.trim();
  return last ?? req.socket.remoteAddress ?? 'unknown';
}
