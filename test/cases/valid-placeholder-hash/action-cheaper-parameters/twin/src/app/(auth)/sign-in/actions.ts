'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { db, people } from '@/server/db';
import { lucia } from '@/server/lucia';
import { passwordMatches } from '@/server/passwords';

const form = z.object({ email: z.string().email(), password: z.string().min(8).max(255) });

export async function signIn(_: unknown, data: FormData) {
  const input = form.safeParse(Object.fromEntries(data));
  if (!input.success) return { message: 'Check what you typed' };
  const person = await db.query.people.findFirst({ where: eq(people.email, input.data.email) });
  const right = await passwordMatches(person?.passwordHash, input.data.password);
  if (!person || !right) return { message: 'E-mail or password is wrong' };
  const session = await lucia.createSession(person.id, {});
  const cookie = lucia.createSessionCookie(session.id);
  (await cookies()).set(cookie.name, cookie.value, cookie.attributes);
  redirect('/');
}
