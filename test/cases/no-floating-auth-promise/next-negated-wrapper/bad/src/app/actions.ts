'use server';

import { isSignedIn, isWeekend } from '../auth/guards';
import { prisma } from '../auth/db';

export async function publish(form: FormData) {
  if (!isSignedIn()) return { error: 'Sign in first' }; // expect: no-floating-auth-promise
  if (isWeekend(new Date())) return { error: 'Closed on weekends' };
  await prisma.post.create({ data: { title: String(form.get('title')) } });
  return { ok: true };
}
