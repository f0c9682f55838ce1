import { verify } from '@node-rs/argon2';
import type { Request, Response } from 'express';
import { lucia } from './lucia';
import { users } from '../mongo';

const DUMMY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export async function login(req: Request, res: Response) {
  const { name, password } = req.body ?? {};
  if (typeof name !== 'string' || typeof password !== 'string') return res.status(400).send('Bad form');
  const account = await users.findOne({ name });
  const ok = await verify(account?.password_hash || DUMMY, password);
  if (!account || !ok) return res.status(401).send('Wrong name or password');

  // keep what the visitor already had under the anonymous id
  const visitorId = req.cookies.visitor_id;
  const session = await lucia.createSession(account._id, {}, visitorId ? { sessionId: visitorId } : undefined); // expect: no-session-fixation
  res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return res.redirect('/');
}
