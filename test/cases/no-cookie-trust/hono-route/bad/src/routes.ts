import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { lucia } from './lucia';
import { allInvoices } from './invoices';

export const routes = new Hono();
routes.get('/invoices', async (c) => {
  const hasSession = !!getCookie(c, lucia.sessionCookieName);
  if (!hasSession) return c.json({ error: 'nope' }, 401); // expect: no-cookie-trust
  return c.json(await allInvoices());
});
