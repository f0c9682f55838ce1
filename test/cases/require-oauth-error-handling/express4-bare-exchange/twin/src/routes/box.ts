import express from 'express';
import { Box } from 'arctic';
import { lucia } from '../session';
import { Person } from '../models';
import { caught } from '../wrap';

const box = new Box(process.env.BOX_ID!, process.env.BOX_SECRET!, process.env.BOX_CALLBACK!);

const routes = express.Router();

routes.get('/box/callback', caught(async (req, res) => {
  const code = String(req.query.code ?? '');
  const wanted = req.cookies['box-state'];
  if (!code || !wanted || req.query.state !== wanted) return res.status(400).send('Please sign in again.');

  const tokens = await box.validateAuthorizationCode(code);
  const answer = await fetch('https://api.box.com/2.0/users/me', {
    headers: { Authorization: `Bearer ${tokens.accessToken()}` },
  });
  const { id, name } = (await answer.json()) as { id: string; name: string };
  const person = await Person.findOneAndUpdate({ boxId: id }, { $setOnInsert: { name } }, { upsert: true, new: true });
  const session = await lucia.createSession(person.id, {});
  return res.appendHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize()).redirect('/');
}));

export default routes;
