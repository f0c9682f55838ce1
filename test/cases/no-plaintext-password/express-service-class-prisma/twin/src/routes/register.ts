import { Router } from 'express';
import { verifyRequestOrigin } from 'lucia';
import { lucia } from '../lucia';
import { AccountService } from '../services/account-service';

const accounts = new AccountService();
export const register = Router();

register.post('/register', async (req, res, next) => {
  try {
    if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) return res.sendStatus(403);
    const { email, password } = req.body ?? {};
    if (typeof email !== 'string' || typeof password !== 'string' || password.length < 8 || password.length > 72) {
      return res.status(400).json({ error: 'Invalid input' });
    }
    const user = await accounts.register({ email, secret: password });
    const session = await lucia.createSession(user.id, {});
    res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
    return res.status(201).json({ id: user.id });
  } catch (error) {
    return next(error);
  }
});
