import type { Response } from 'express';
import { lucia } from './auth';
export function sendSession(res: Response, id: string) {
  const { name, value, attributes } = lucia.createSessionCookie(id);
  res.cookie(name, value, { ...attributes, maxAge: (attributes.maxAge ?? 0) * 1000 });
}
