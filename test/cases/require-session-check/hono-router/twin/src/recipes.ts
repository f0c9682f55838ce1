import { Hono } from 'hono';
import { and, eq } from 'drizzle-orm';
import { db, recipes } from './db';
export const recipesRouter = new Hono();
recipesRouter.patch('/:id', async (c) => {
  const body = await c.req.json();
  await db.update(recipes).set({ title: body.title }).where(and(eq(recipes.id, c.req.param('id')), eq(recipes.ownerId, c.get('user').id)));
  return c.body(null, 204);
});
