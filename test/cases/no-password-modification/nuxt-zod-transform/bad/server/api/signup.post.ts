import { hash } from '@node-rs/argon2';
import { generateIdFromEntropySize } from 'lucia';
import { z } from 'zod';
import { users } from '../database/schema';

const body = z.object({
  email: z.string().trim().toLowerCase().email(),
  password: z.string().trim().min(8).max(255), // expect: no-password-modification
});

export default defineEventHandler(async (event) => {
  const { email, password } = await readValidatedBody(event, body.parse);
  const id = generateIdFromEntropySize(10);
  const inserted = await useDb()
    .insert(users)
    .values({ id, email, passwordHash: await hash(password) })
    .onConflictDoNothing()
    .returning({ id: users.id });
  if (!inserted.length) throw createError({ statusCode: 409, statusMessage: 'Already registered' });
  const session = await lucia.createSession(id, {});
  appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return { id };
});
