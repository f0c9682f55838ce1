import { generateIdFromEntropySize } from 'lucia';

export default defineEventHandler(async (event) => {
  const { email, password } = await readBody(event);
  if (typeof password !== 'string' || password.length < 8 || password.length > 255) throw createError({ statusCode: 400 });
  const id = generateIdFromEntropySize(10);
  await connection.execute('INSERT INTO user (id, email, avatar, password_hash) VALUES (?, ?, ?, ?)', [
    id,
    email,
    gravatar(String(email)),
    await toHash(password),
  ]);
  const session = await lucia.createSession(id, {});
  appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return { ok: true };
});
