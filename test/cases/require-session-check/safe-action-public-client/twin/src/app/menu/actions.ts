'use server';

import { eq } from 'drizzle-orm';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { db } from '@/db';
import { dishes } from '@/db/schema';
import { memberAction } from '@/lib/safe-action';

const price = z.object({ id: z.string(), cents: z.number().int().positive() });

export const setDishPrice = memberAction.schema(price).action(async ({ parsedInput }) => {
  await db.update(dishes).set({ cents: parsedInput.cents }).where(eq(dishes.id, parsedInput.id));
  revalidatePath('/menu');
});
