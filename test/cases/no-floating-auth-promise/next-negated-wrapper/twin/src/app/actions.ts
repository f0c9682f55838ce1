'use server';

import { isSignedIn, isWeekend } from '../auth/guards';
import { prisma } from '../auth/db';

export async function publish(form: FormData) {
  if (!(await isSignedIn())) return { error: 'Sign in first' };
  if (isWeekend(new Date())) return { error: 'Closed on weekends' };
  await prisma.post.create({ data: { title: String(form.get('title')) } });
  return { ok: true };
}
