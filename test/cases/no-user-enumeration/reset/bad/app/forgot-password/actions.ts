'use server';
import { prisma } from '@/lib/prisma';
import { sendResetMail } from '@/lib/mail';
export async function requestReset(_: unknown, form: FormData) {
  const email = String(form.get('email'));
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user) return { error: 'We know no such address.' }; // expect: no-user-enumeration
  await sendResetMail(user.id, email);
  return { success: 'Check your inbox.' };
}
