import { Elysia } from 'elysia';
import { lucia } from './lucia';
const app = new Elysia() // expect: require-csrf-check
  .post('/logout', async ({ cookie }) => {
    const id = cookie[lucia.sessionCookieName].value;
    if (id) await lucia.invalidateSession(id);
    const blank = lucia.createBlankSessionCookie();
    cookie[blank.name].set({ value: blank.value, ...blank.attributes });
  })
  .listen(3000);
