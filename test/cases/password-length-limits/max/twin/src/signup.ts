import argon2 from 'argon2';
import { Router } from 'express';
import { addUser } from './users';
const LIMITS = { least: 10, most: 255 };
export const signup = Router();
signup.post('/signup', async (req, res) => {
  const { nick, email, password } = req.body;
  if (typeof nick !== 'string' || nick.length < 3 || nick.length > 20) return res.status(400).end();
  if (typeof password !== 'string' || password.length < LIMITS.least || password.length > LIMITS.most) return res.status(400).end();
  await addUser(email, nick, await argon2.hash(password));
  res.redirect('/');
});
