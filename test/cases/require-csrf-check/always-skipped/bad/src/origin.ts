import { verifyRequestOrigin } from 'lucia';
export function origin(req, res, next) {
  if (process.env.NODE_ENV === 'development' || 'test') return next(); // expect: require-csrf-check
  if (req.method === 'GET') return next();
  if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) return res.status(403).end();
  return next();
}
