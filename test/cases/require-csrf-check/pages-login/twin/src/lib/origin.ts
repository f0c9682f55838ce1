import { verifyRequestOrigin } from 'lucia';
export const sameOrigin = (req) => verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? '']);
