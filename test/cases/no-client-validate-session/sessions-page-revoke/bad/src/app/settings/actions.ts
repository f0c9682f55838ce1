'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { lucia } from '../../server/lucia';

const Input = z.object({ session: z.string().length(40) });

export async function revoke(raw: unknown) {
  const { session } = Input.parse(raw);
  await lucia.invalidateSession(session); // expect: no-client-validate-session
  revalidatePath('/settings');
}
