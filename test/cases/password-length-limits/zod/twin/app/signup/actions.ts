'use server';
import { hash } from '@node-rs/argon2';
import { credentials } from '@/lib/schemas';
import { addUser } from '@/lib/users';
export async function signUp(_: unknown, form: FormData) {
  const parsed = credentials.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { error: 'invalid' };
  await addUser(parsed.data.email, await hash(parsed.data.password, { memoryCost: 19456, timeCost: 2, parallelism: 1 }));
  return { ok: true };
}
