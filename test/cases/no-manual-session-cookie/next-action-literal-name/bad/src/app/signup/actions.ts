'use server';

import { generateIdFromEntropySize } from 'lucia';
import { hash } from '@node-rs/argon2';
import { redirect } from 'next/navigation';
import { auth } from '../../lib/auth';
import { prisma } from '../../lib/db';
import { startSession } from '../../lib/set-cookie';

export async function signup(form: FormData) {
  const email = form.get('email');
  const password = form.get('password');
  if (typeof email !== 'string' || typeof password !== 'string' || password.length < 8 || password.length > 255) {
    return { error: 'Invalid input' };
  }
  const id = generateIdFromEntropySize(10);
  const passwordHash = await hash(password, { memoryCost: 19456, timeCost: 2, parallelism: 1 });
  await prisma.user.create({ data: { id, email, passwordHash } });
  const session = await auth.createSession(id, {});
  await startSession(session.id);
  redirect('/');
}
