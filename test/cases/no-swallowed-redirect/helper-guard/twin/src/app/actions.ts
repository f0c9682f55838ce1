'use server';
import { toLogin } from '@/lib/must';
import { validateRequest } from '@/lib/auth';
import { save } from '@/lib/save';
export async function update(form: FormData) {
  const { user } = await validateRequest();
  if (!user) toLogin();
  try {
    await save(form);
  } catch {
    return { error: 'failed' };
  }
}
