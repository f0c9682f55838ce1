import { Elysia } from 'elysia';
import { lucia } from './auth';
import { check } from './users';
new Elysia()
  .post('/login', async ({ body, set }) => {
    const user = await check(body);
    if (!user) return { ok: false };
    const session = await lucia.createSession(user.id, {});
    set.headers['Set-Cookie'] = lucia.createSessionCookie(session.id).serialize();
    return { ok: true, session }; // expect: no-session-id-exposure
  })
  .listen(3000);
