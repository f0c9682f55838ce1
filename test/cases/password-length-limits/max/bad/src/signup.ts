import argon2 from 'argon2';
import { Router } from 'express';
import { addUser } from './users';
export const signup = Router();
signup.post('/signup', async (req, res) => {
  const { email, password } = req.body;
  if (typeof password !== 'string' || password.length < 8 || password.length > 20) return res.status(400).end(); // expect: password-length-limits
  await addUser(email, await argon2.hash(password));
  res.redirect('/');
});
