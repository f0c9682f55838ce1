import { Elysia, t } from 'elysia';
import { verify } from '@node-rs/argon2';
import { lucia } from '../lucia';
import { sql } from '../sql';
import { sameOrigin } from '../plugins/same-origin';
import { UNKNOWN } from './unknown';

interface Row {
  id: string;
  pass: string;
}

export const loginModule = new Elysia().use(sameOrigin).post(
  '/login',
  async ({ body, cookie, error }) => {
    const { email, password } = body;
    const rows = await sql<Row[]>`select id, pass from customers where email = ${email} limit 1`;
    const customer = rows.at(0);
    const good = customer?.pass === password; // expect: no-plaintext-password
    if (!customer || !good) return error(401, 'Wrong e-mail or password');
    const session = await lucia.createSession(customer.id, {});
    const c = lucia.createSessionCookie(session.id);
    cookie[c.name]!.set({ value: c.value, ...c.attributes });
    return { id: customer.id };
  },
  { body: t.Object({ email: t.String({ format: 'email' }), password: t.String({ minLength: 8, maxLength: 128 }) }) },
);

export const check = (stored: string, given: string) => verify(stored || UNKNOWN, given);
