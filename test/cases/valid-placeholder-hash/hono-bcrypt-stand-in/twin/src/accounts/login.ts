import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { lucia } from '../lucia';
import { authenticate } from './authenticate';

export const login = new Hono().use(csrf()).post('/login', async (c) => {
  const form = await c.req.formData();
  const address = form.get('email');
  const secret = form.get('password');
  if (typeof address !== 'string' || typeof secret !== 'string') return c.text('Bad request', 400);
  const outcome = await authenticate(address, secret);
  if (!outcome.ok) return c.text('E-mail or password is wrong', 401);
  const session = await lucia.createSession(outcome.accountId, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  return c.redirect('/', 303);
});
