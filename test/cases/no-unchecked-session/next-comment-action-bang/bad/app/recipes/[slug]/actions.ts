'use server';

import { revalidatePath } from 'next/cache';
import { whoami } from '@/lib/auth';
import { comments } from '@/lib/mongo';

export async function addComment(slug: string, form: FormData) {
  const { user } = await whoami();
  const text = String(form.get('text') ?? '').trim();
  if (text.length === 0 || text.length > 2000) {
    return { error: 'A comment has 1 to 2000 characters' };
  }
  await comments.insertOne({ recipe: slug, author: user!.id, text, at: new Date() }); // expect: no-unchecked-session
  revalidatePath(`/recipes/${slug}`);
  return { error: null };
}
