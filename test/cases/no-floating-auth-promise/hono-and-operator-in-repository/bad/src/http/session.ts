import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { database } from '../infra/mongo';
import { lucia } from '../infra/lucia';
import { Passwords } from '../infra/passwords';

interface Staff {
  _id: string;
  email: string;
  digest: string;
}

export const sessionRoutes = new Hono();
sessionRoutes.use(csrf());

sessionRoutes.post('/', async (c) => {
  const form = await c.req.parseBody();
  const email = String(form.email ?? '').toLowerCase();
  const secret = String(form.password ?? '');
  const staff = await database.collection<Staff>('staff').findOne({ email });
  const matches = Passwords.same(secret, staff?.digest);
  if (staff && matches) {
    // expect: no-floating-auth-promise
    const { id } = await lucia.createSession(staff._id, {});
    c.header('Set-Cookie', lucia.createSessionCookie(id).serialize(), { append: true });
    return c.redirect('/');
  }
  return c.text('Wrong e-mail or password', 401);
});
