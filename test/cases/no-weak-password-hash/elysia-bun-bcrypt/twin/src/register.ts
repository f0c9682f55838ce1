import { Elysia, t } from 'elysia';
import { generateIdFromEntropySize } from 'lucia';
import { db } from './db';
import { lucia } from './lucia';

export const register = new Elysia().post(
  '/register',
  async ({ body, cookie }) => {
    const id = generateIdFromEntropySize(10);
    const digest = await Bun.password.hash(body.password, { algorithm: 'bcrypt', cost: 12 });
    db.prepare('INSERT INTO user (id, email, password_hash) VALUES (?, ?, ?)').run(id, body.email, digest);
    const session = await lucia.createSession(id, {});
    const made = lucia.createSessionCookie(session.id);
    cookie[made.name].set({ value: made.value, ...made.attributes });
    return { id };
  },
  { body: t.Object({ email: t.String({ format: 'email' }), password: t.String({ minLength: 8, maxLength: 72 }) }) },
);
