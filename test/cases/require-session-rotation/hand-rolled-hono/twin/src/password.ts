import { Hono } from 'hono';
import { hash, verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { db, sessionTable, userTable } from './lib/server/db';
import { viewer } from './middleware';
export const app = new Hono().use(viewer);
app.post('/password', async (c) => {
  const me = c.get('user');
  if (!me) return c.body(null, 401);
  const { current, next } = await c.req.json();
  if (!(await verify(me.passwordHash, current))) return c.body(null, 400);
  const passwordHash = await hash(next, { memoryCost: 19456, timeCost: 2, parallelism: 1 });
  await db.update(userTable).set({ passwordHash }).where(eq(userTable.id, me.id));
  await db.delete(sessionTable).where(eq(sessionTable.userId, me.id));
  return c.body(null, 204);
});
