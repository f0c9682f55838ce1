'use server';

import argon2 from 'argon2';
import { cookies } from 'next/headers';
import { createServerAction, ZSAError } from 'zsa';
import { lucia } from '@/lib/lucia';
import { loginSchema } from '@/lib/schemas';
import { userRepository } from '@/repositories/user';

export const loginAction = createServerAction()
  .input(loginSchema)
  .handler(async ({ input: { email, password } }) => {
    const account = await userRepository.byEmail(email);
    if (account === null || account.passwordHash === null) {
      throw new ZSAError('NOT_AUTHORIZED', 'Invalid credentials'); // expect: require-constant-time-login
    }
    const valid = await argon2.verify(account.passwordHash, password);
    if (!valid) throw new ZSAError('NOT_AUTHORIZED', 'Invalid credentials');

    const session = await lucia.createSession(account.id, {});
    const { name, value, attributes } = lucia.createSessionCookie(session.id);
    (await cookies()).set(name, value, attributes);
    return { success: true };
  });
