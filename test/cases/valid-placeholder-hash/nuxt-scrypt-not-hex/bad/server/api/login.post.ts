export default defineEventHandler(async (event) => {
  const { email, password } = await readBody(event);
  const [rows] = await connection.execute('SELECT id, password_hash FROM user WHERE email = ?', [String(email)]);
  const account = (rows as { id: string; password_hash: string | null }[])[0];
  const ok = await scrypt.verify(account?.password_hash || nobodyHash, String(password));
  if (!account || !account.password_hash || !ok) throw createError({ statusCode: 401 });
  const session = await lucia.createSession(account.id, {});
  appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return { ok: true };
});
