import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { agentsOnly, loadAgent } from './auth';
import type { AppEnv } from './env';

const app = new Hono<AppEnv>();
app.use(csrf(), loadAgent);
app.get('/cases', agentsOnly, async (c) =>
  c.json((await c.env.DB.prepare('select id, title from cases').all()).results),
);

export default app;
