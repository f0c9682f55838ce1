import { Elysia, t } from 'elysia';
import { hash } from '@node-rs/argon2';
import { lucia } from './lucia';
import { Reader } from './reader';
import { sameOrigin } from './same-origin';

const joinBody = t.Object({
  email: t.String({ format: 'email' }),
  password: t.String({ minLength: 8, maxLength: 20 }), // expect: password-length-limits
});

export const join = new Elysia().use(sameOrigin).post(
  '/join',
  async ({ body, cookie, set }) => {
    const reader = await Reader.create({ email: body.email, passwordHash: await hash(body.password) });
    const session = await lucia.createSession(reader.id, {});
    const { name, value, attributes } = lucia.createSessionCookie(session.id);
    cookie[name]!.set({ value, ...attributes });
    set.status = 201;
    return { id: reader.id };
  },
  { body: joinBody },
);
