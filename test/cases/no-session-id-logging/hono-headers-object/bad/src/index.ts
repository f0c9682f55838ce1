import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { withSession, type Env } from './middleware';

const app = new Hono<Env>();
app.use(csrf());
app.use(async (c, next) => {
  console.log(c.req.method, c.req.path, c.req.header()); // expect: no-session-id-logging
  await next();
});
app.use(withSession);
app.get('/me', (c) => {
  const user = c.get('user');
  return user ? c.json({ email: user.email }) : c.json({ error: 'unauthorized' }, 401);
});
export default app;
