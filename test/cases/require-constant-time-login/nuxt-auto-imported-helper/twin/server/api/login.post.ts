export default defineEventHandler(async (event) => {
  const body = await readBody(event);
  const email = String(body.email ?? '');
  const password = String(body.password ?? '');
  const account = await accountByEmail(email);
  const valid = await verifySecret(account?.password_hash || (await decoyHash), password);
  if (!account || !account.password_hash || !valid) {
    throw createError({ statusCode: 401, message: 'Wrong e-mail or password' });
  }
  const session = await lucia.createSession(account.id, {});
  appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return { ok: true };
});
