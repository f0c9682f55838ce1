import { hash } from '@node-rs/argon2';
import { generateIdFromEntropySize, verifyRequestOrigin } from 'lucia';

export default defineEventHandler(async (event) => {
  const origin = getHeader(event, 'Origin');
  const host = getHeader(event, 'Host');
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) throw createError({ statusCode: 403 });

  const { email, password } = await readBody(event);
  if (typeof email !== 'string' || typeof password !== 'string' || password.length < 8 || password.length > 255) {
    throw createError({ statusCode: 400 });
  }
  const id = generateIdFromEntropySize(10);
  const passwordHash = await hash(password, { memoryCost: 19456, timeCost: 2, outputLen: 32, parallelism: 1 });
  await sql`insert into guide (id, email, password_hash) values (${id}, ${email.toLowerCase()}, ${passwordHash})`;

  const session = await lucia.createSession(id, {});
  appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return { id };
});
