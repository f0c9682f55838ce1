'use server';

import { hash } from '@node-rs/argon2';
import { generateIdFromEntropySize } from 'lucia';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { lucia } from '../../server/auth';
import { db } from '../../server/db';
import { confirmations } from '../../server/confirmations';
import { sha256 } from '../../server/digest';
import { users } from '../../server/schema';

export async function signup(form: FormData) {
  const email = form.get('email');
  const password = form.get('password');
  if (typeof email !== 'string' || typeof password !== 'string' || password.length < 8 || password.length > 255) {
    return { error: 'Invalid input' };
  }
  const id = generateIdFromEntropySize(10);
  const passwordHash = await hash(password);
  await db.insert(users).values({ id, email, passwordHash });
  const confirmation = generateIdFromEntropySize(25);
  await db.insert(confirmations).values({ tokenHash: sha256(confirmation), userId: id });
  const session = await lucia.createSession(id, {});
  const cookie = lucia.createSessionCookie(session.id);
  (await cookies()).set(cookie.name, cookie.value, cookie.attributes);
  redirect('/');
}
