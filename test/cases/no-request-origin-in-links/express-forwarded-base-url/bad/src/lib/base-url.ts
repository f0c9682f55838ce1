import type { Request } from 'express';

export function baseUrl(req: Request): string {
  const host = req.get('x-forwarded-host') ?? req.get('host');
  return `${req.protocol}://${host}`;
}
