import { Hono } from 'hono';
import { eq } from 'drizzle-orm';
import { db, posts } from './lib/server/db';
import { viewer } from './middleware';
export const app = new Hono().use(viewer);
app.put('/posts/:id', async (c) => { // expect: require-session-check
  await db.update(posts).set({ body: await c.req.text() }).where(eq(posts.id, c.req.param('id')));
  return c.body(null, 204);
});
