export default defineEventHandler(async (event) => {
  const body = await readBody(event);
  const email = String(body.email ?? '');
  const password = String(body.password ?? '');
  const account = await accountByEmail(email);
  if (!account || !account.password_hash) {
    throw createError({ statusCode: 401, message: 'Wrong e-mail or password' }); // expect: require-constant-time-login
  }
  const valid = await verifySecret(account.password_hash, password);
  if (!valid) {
    throw createError({ statusCode: 401, message: 'Wrong e-mail or password' });
  }
  const session = await lucia.createSession(account.id, {});
  appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return { ok: true };
});
