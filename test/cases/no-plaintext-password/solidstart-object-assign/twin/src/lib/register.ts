'use server';

import { redirect } from '@solidjs/router';
import argon2 from 'argon2';
import { generateIdFromEntropySize } from 'lucia';
import { setCookie } from 'vinxi/http';
import { lucia } from './auth';
import { prisma } from './db';

export async function register(form: FormData) {
  const password = form.get('password');
  if (typeof password !== 'string' || password.length < 8 || password.length > 255) return new Error('Invalid password');
  const base = { id: generateIdFromEntropySize(10), email: String(form.get('email')) };
  const passwordHash = await argon2.hash(password);
  const data = Object.assign({}, base, { passwordHash });
  await prisma.user.create({ data });
  const session = await lucia.createSession(base.id, {});
  const cookie = lucia.createSessionCookie(session.id);
  setCookie(cookie.name, cookie.value, cookie.attributes);
  throw redirect('/');
}
