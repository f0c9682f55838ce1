import type { Request } from 'express';

/** The value of a cookie as it was sent: made for values, such as the state of OAuth, that need no decoding. */
export function readCookie(req: Request, name: string): string | null {
  for (const pair of (req.headers.cookie ?? '').split(';')) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return value.join('=');
  }
  return null;
}
