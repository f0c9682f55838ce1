import { action } from '@solidjs/router';
import { db } from './db';
import { viewer } from './viewer';
export const removeRecipe = action(async (id: string) => {
  'use server';
  const { id: ownerId } = await viewer();
  await db.recipe.deleteMany({ where: { id, ownerId } });
});
