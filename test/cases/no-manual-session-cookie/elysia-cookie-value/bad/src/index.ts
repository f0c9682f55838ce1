import { Elysia, t } from 'elysia';
import { database, lucia } from './lucia';

// a valid argon2id hash of a random string, made with Bun's own defaults
const dummy = await Bun.password.hash(crypto.randomUUID());

new Elysia()
  .post(
    '/login',
    async ({ body, cookie, set }) => {
      const row = database.query('SELECT id, password_hash FROM user WHERE email = ?').get(body.email) as {
        id: string;
        password_hash: string | null;
      } | null;
      const matches = await Bun.password.verify(body.password, row?.password_hash || dummy);
      if (!row || !row.password_hash || !matches) {
        set.status = 401;
        return { error: 'Wrong e-mail or password' };
      }
      const fresh = await lucia.createSession(row.id, {});
      cookie[lucia.sessionCookieName].set({ value: fresh.id, httpOnly: true, secure: true, sameSite: 'lax', path: '/' }); // expect: no-manual-session-cookie
      return { ok: true };
    },
    { body: t.Object({ email: t.String(), password: t.String() }) },
  )
  .listen(3000);
