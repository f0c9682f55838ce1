'use server';

import { generateIdFromEntropySize } from 'lucia';
import { mailer } from '@/lib/mailer';
import { prisma } from '@/lib/prisma';
import { ResetRepository } from './reset-repository';

const resets = new ResetRepository();

export async function requestReset(formData: FormData) {
  const email = String(formData.get('email') ?? '').toLowerCase();
  const user = await prisma.user.findUnique({ where: { email }, select: { id: true } });
  if (user) {
    const secret = generateIdFromEntropySize(25);
    await resets.issue(user.id, secret);
    await mailer.send(email, 'Choose a new password', `${process.env.APP_URL}/password/new/${secret}`);
  }
  return { message: 'If there is an account, a mail is on its way.' };
}
