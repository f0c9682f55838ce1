'use server';
import { prisma } from '@/lib/prisma';
import { sendResetMail } from '@/lib/mail';
const SENT = { success: 'If the address is known, a link is on its way.' };
export async function requestReset(_: unknown, form: FormData) {
  const email = String(form.get('email'));
  if (!email) return { error: 'An address is needed.' };
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user) return SENT;
  await sendResetMail(user.id, email);
  return SENT;
}
