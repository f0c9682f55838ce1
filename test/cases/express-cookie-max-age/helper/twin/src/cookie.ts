import type { Response } from 'express';
import type { Cookie } from 'lucia';
export function send(res: Response, cookie: Cookie) {
  res.cookie(cookie.name, cookie.value, { ...cookie.attributes, maxAge: (cookie.attributes.maxAge ?? 0) * 1000 });
}
