import type { Response } from 'express';
import { lucia } from './auth';
export function sendSession(res: Response, id: string) {
  const { name, value, attributes } = lucia.createSessionCookie(id);
  res.cookie(name, value, { ...attributes, path: '/' }); // expect: express-cookie-max-age
}
