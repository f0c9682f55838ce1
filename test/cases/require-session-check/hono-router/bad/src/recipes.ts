import { Hono } from 'hono';
import { eq } from 'drizzle-orm';
import { db, recipes } from './db';
export const recipesRouter = new Hono();
recipesRouter.post('/', async (c) => {
  if (!c.get('user')) return c.json({ error: 'unauthorized' }, 401);
  const body = await c.req.json();
  await db.insert(recipes).values({ title: body.title, ownerId: c.get('user').id });
  return c.body(null, 201);
});
recipesRouter.patch('/:id', async (c) => { // expect: require-session-check
  const body = await c.req.json();
  await db.update(recipes).set({ title: body.title }).where(eq(recipes.id, c.req.param('id')));
  return c.body(null, 204);
});
