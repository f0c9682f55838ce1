import { Hono } from 'hono';
export const routes = new Hono();
routes.post('/locale', async (c) => {
  const body = await c.req.parseBody();
  return c.redirect(String(body.next)); // expect: no-open-redirect
});
