import { Hono } from 'hono';
import { and, eq } from 'drizzle-orm';
import { db, posts } from './lib/server/db';
import { viewer } from './middleware';
export const app = new Hono().use(viewer);
app.put('/posts/:id', async (c) => {
  const me = c.get('user');
  if (!me) return c.body(null, 401);
  await db.update(posts).set({ body: await c.req.text() }).where(and(eq(posts.id, c.req.param('id')), eq(posts.userId, me.id)));
  return c.body(null, 204);
});
