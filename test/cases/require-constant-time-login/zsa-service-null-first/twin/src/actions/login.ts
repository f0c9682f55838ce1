'use server';

import argon2 from 'argon2';
import { cookies } from 'next/headers';
import { createServerAction, ZSAError } from 'zsa';
import { lucia } from '@/lib/lucia';
import { nobodysHash } from '@/lib/nobody';
import { loginSchema } from '@/lib/schemas';
import { userRepository } from '@/repositories/user';

export const loginAction = createServerAction()
  .input(loginSchema)
  .handler(async ({ input: { email, password } }) => {
    const account = await userRepository.byEmail(email);
    const valid = await argon2.verify(account?.passwordHash || (await nobodysHash), password);
    if (!account?.passwordHash || !valid) throw new ZSAError('NOT_AUTHORIZED', 'Invalid credentials');

    const session = await lucia.createSession(account.id, {});
    const { name, value, attributes } = lucia.createSessionCookie(session.id);
    (await cookies()).set(name, value, attributes);
    return { success: true };
  });
