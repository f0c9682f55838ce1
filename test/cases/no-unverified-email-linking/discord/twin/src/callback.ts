import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { Discord } from 'arctic';
import { eq } from 'drizzle-orm';
import { generateIdFromEntropySize } from 'lucia';
import { lucia } from './auth';
import { db, users } from './db';
const discord = new Discord('id', 'secret', 'https://app.example/cb');
export const callback = new Hono();
callback.get('/login/discord/callback', async (c) => {
  const { code, state } = c.req.query();
  if (!code || !state || state !== getCookie(c, 'd_state')) return c.body(null, 400);
  const tokens = await discord.validateAuthorizationCode(code);
  const me = await (await fetch('https://discord.com/api/users/@me', { headers: { Authorization: `Bearer ${tokens.accessToken()}` } })).json();
  let [user] = await db.select().from(users).where(eq(users.discordId, me.id));
  if (!user) {
    const [same] = await db.select().from(users).where(eq(users.email, me.email));
    if (same) {
      const bothSides = me.verified === true && same.emailVerified;
      if (!bothSides) return c.text('Sign in with your password first', 409);
      await db.update(users).set({ discordId: me.id }).where(eq(users.id, same.id));
      user = same;
    } else {
      [user] = await db.insert(users).values({ id: generateIdFromEntropySize(10), email: me.email, emailVerified: me.verified, discordId: me.id }).returning();
    }
  }
  const session = await lucia.createSession(user.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  return c.redirect('/');
});
