'use server';
import { toLogin } from '@/lib/must';
import { validateRequest } from '@/lib/auth';
import { save } from '@/lib/save';
export async function update(form: FormData) {
  try {
    const { user } = await validateRequest();
    if (!user) toLogin(); // expect: no-swallowed-redirect
    await save(form);
  } catch {
    return { error: 'failed' };
  }
}
