import { action } from '@solidjs/router';
import { db } from './db';
export const removeRecipe = action(async (id: string) => { // expect: require-session-check
  'use server';
  await db.recipe.delete({ where: { id } });
});
