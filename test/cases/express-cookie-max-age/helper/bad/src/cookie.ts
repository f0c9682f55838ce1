import type { Response } from 'express';
import type { Cookie } from 'lucia';
export function send(res: Response, cookie: Cookie) {
  res.cookie(cookie.name, cookie.value, { ...cookie.attributes }); // expect: express-cookie-max-age
}
