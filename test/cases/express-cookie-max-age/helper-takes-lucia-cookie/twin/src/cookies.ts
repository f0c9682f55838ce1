import type { Response } from 'express';
import type { Cookie } from 'lucia';

export function send(res: Response, cookie: Cookie) {
  const { maxAge, ...options } = cookie.attributes;
  res.cookie(cookie.name, cookie.value, { ...options, maxAge: (maxAge ?? 0) * 1000 });
}
