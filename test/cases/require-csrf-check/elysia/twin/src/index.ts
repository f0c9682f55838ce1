import { Elysia } from 'elysia';
import { verifyRequestOrigin } from 'lucia';
import { lucia } from './lucia';
const app = new Elysia()
  .onBeforeHandle(({ request, error }) => {
    if (request.method === 'GET') return;
    const origin = request.headers.get('Origin');
    const host = request.headers.get('Host');
    if (!origin || !host || !verifyRequestOrigin(origin, [host])) return error(403);
  })
  .post('/logout', async ({ cookie }) => {
    const id = cookie[lucia.sessionCookieName].value;
    if (id) await lucia.invalidateSession(id);
    const blank = lucia.createBlankSessionCookie();
    cookie[blank.name].set({ value: blank.value, ...blank.attributes });
  })
  .listen(3000);
