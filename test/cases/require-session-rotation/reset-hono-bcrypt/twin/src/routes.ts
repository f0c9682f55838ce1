import bcrypt from 'bcrypt';
import { Hono } from 'hono';
import { lucia } from './lucia';
import { prisma } from './prisma';
import { findToken } from './tokens';
export const routes = new Hono();
routes.post('/reset/:token', async (c) => {
  const row = await findToken(c.req.param('token'));
  if (!row) return c.text('Bad token', 400);
  const { password } = await c.req.json();
  const passwordHash = await bcrypt.hash(password, 12);
  await prisma.user.update({ where: { id: row.userId }, data: { passwordHash } });
  await lucia.invalidateUserSessions(row.userId);
  return c.body(null, 204);
});
