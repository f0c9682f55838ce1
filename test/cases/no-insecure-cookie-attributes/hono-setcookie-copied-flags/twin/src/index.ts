import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { generateIdFromEntropySize } from 'lucia';
import { db } from './db';
import { lucia } from './lucia';
import { writeSession } from './session-cookie';

const app = new Hono();
app.use(csrf());
app.post('/guest', async (c) => {
  const id = generateIdFromEntropySize(10);
  db.prepare('INSERT INTO user (id, email) VALUES (?, ?)').run(id, `${id}@guest.invalid`);
  const session = await lucia.createSession(id, {});
  writeSession(c, session.id);
  return c.json({ ok: true });
});
export default app;
