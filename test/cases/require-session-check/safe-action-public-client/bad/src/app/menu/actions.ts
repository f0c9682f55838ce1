'use server';

import { eq } from 'drizzle-orm';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { db } from '@/db';
import { dishes } from '@/db/schema';
import { publicAction } from '@/lib/safe-action';

const price = z.object({ id: z.string(), cents: z.number().int().positive() });

export const setDishPrice = publicAction.schema(price).action(async ({ parsedInput }) => {
  // expect: require-session-check
  await db.update(dishes).set({ cents: parsedInput.cents }).where(eq(dishes.id, parsedInput.id));
  revalidatePath('/menu');
});
