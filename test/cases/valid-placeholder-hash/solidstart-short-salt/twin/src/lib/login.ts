'use server';

import { redirect } from '@solidjs/router';
import { eq } from 'drizzle-orm';
import { Argon2id } from 'oslo/password';
import { setCookie } from 'vinxi/http';
import { lucia } from './auth';
import { db } from './db';
import { users } from './schema';

export async function login(form: FormData) {
  const found = await db.query.users.findFirst({ where: eq(users.email, String(form.get('email'))) });
  const ok = await new Argon2id().verify(
    found?.passwordHash ||
      '$argon2id$v=19$m=19456,t=2,p=1$qQCmrcs9ZAaUgb4hyccnuA$24wYjzQakkx/iN+hYb/bDsxoKRnS5kaS+BlBV/HUr5A',
    String(form.get('password')),
  );
  if (!found || !found.passwordHash || !ok) return new Error('Wrong e-mail or password');
  const session = await lucia.createSession(found.id, {});
  const cookie = lucia.createSessionCookie(session.id);
  setCookie(cookie.name, cookie.value, cookie.attributes);
  throw redirect('/');
}
