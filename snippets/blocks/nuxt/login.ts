import { appendResponseHeader, createError, defineEventHandler, getRequestIP, readBody } from 'h3';
import { $lucia } from '#auth';
import { readEmail, readPassword } from '#credentials';
import { dummyHash, verifyPassword } from '#password';
import { isThrottled } from '#throttle';
import { findUserByEmail } from '#users';

const refusal = { statusCode: 401, statusMessage: 'Wrong e-mail address or password.' };

// Requests of other sites are refused in server/middleware.
export default defineEventHandler(async (event) => {
  const body = await readBody(event);
  const email = readEmail(body?.email);
  const password = readPassword(body?.password);
  if (!email || !password) throw createError(refusal);
  if (isThrottled(`login:${getRequestIP(event)}`, 50) || isThrottled(`login:${email}`, 10)) {
    throw createError({ statusCode: 429, statusMessage: 'Too many attempts. Try again later.' });
  }

  // One verify for every request: an unknown address costs as much time as a wrong password.
  const user = await findUserByEmail(email);
  const valid = await verifyPassword(user?.passwordHash || (await dummyHash), password);
  if (!user || !user.passwordHash || !valid) throw createError(refusal);

  if (event.context.session) await $lucia.invalidateSession(event.context.session.id);
  const session = await $lucia.createSession(user.id, {});
  appendResponseHeader(event, 'Set-Cookie', $lucia.createSessionCookie(session.id).serialize());
  return { id: user.id };
});
