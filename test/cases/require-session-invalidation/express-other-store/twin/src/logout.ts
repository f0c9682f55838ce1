import { Router } from 'express';
import { verifyRequestOrigin } from 'lucia';
import { auth } from './lucia';
import { attach } from './session';
import { terminals } from './terminals';

export const logout = Router();
logout.use(attach);

logout.post('/logout', async (req, res, next) => {
  try {
    if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) return res.sendStatus(403);
    const { session } = res.locals;
    if (!session) return res.sendStatus(401);
    await terminals.invalidateSession(String(req.body.terminal));
    await auth.invalidateSession(session.id);
    res.appendHeader('Set-Cookie', auth.createBlankSessionCookie().serialize());
    return res.status(204).end();
  } catch (error) {
    return next(error);
  }
});
