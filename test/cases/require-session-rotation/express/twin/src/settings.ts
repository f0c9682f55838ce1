import { hash, verify } from '@node-rs/argon2';
import { Router } from 'express';
import { lucia } from './auth';
import { saveHash } from './users';
const OPTIONS = { memoryCost: 19456, timeCost: 2, parallelism: 1 };
export const settings = Router();
settings.post('/settings/password', async (req, res) => {
  const { user } = res.locals;
  if (!user) return res.status(401).end();
  if (!(await verify(user.passwordHash, req.body.current))) return res.status(400).end();
  await saveHash(user.id, await hash(req.body.next, OPTIONS));
  const session = await lucia.createSession(user.id, {});
  res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  res.redirect('/settings');
});
