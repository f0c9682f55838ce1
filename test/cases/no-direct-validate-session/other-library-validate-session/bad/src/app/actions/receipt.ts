'use server';

import { cookies } from 'next/headers';
import { lucia } from '../../lib/auth';
import { kiosk } from '../../lib/kiosk';
import { prisma } from '../../lib/db';

export async function printReceipt(form: FormData) {
  const jar = await cookies();
  const { user } = await lucia.validateSession(jar.get(lucia.sessionCookieName)?.value ?? ''); // expect: no-direct-validate-session
  if (!user) return { error: 'Not signed in' };
  const terminal = await kiosk.validateSession(String(form.get('terminal')));
  if (!terminal) return { error: 'Unknown terminal' };
  await prisma.receipt.create({ data: { userId: user.id, shop: terminal.shop } });
  return { ok: true };
}
