import { verifyRequestOrigin } from 'lucia';

export function assertSameOrigin(request: Request): void {
  const origin = request.headers.get('Origin');
  const host = request.headers.get('Host');
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) throw new Error('cross-origin request');
}
