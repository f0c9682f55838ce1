'use server';

import { validateRequest } from '../../lib/session';
import { kiosk } from '../../lib/kiosk';
import { prisma } from '../../lib/db';

export async function printReceipt(form: FormData) {
  const { user } = await validateRequest();
  if (!user) return { error: 'Not signed in' };
  const terminal = await kiosk.validateSession(String(form.get('terminal')));
  if (!terminal) return { error: 'Unknown terminal' };
  await prisma.receipt.create({ data: { userId: user.id, shop: terminal.shop } });
  return { ok: true };
}
