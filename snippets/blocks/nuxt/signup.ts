import { appendResponseHeader, createError, defineEventHandler, getRequestIP, readBody } from 'h3';
import { /*#generate*/generateIdFromEntropySize/*#*/ } from 'lucia';
import { $lucia } from '#auth';
import { readEmail, readPassword } from '#credentials';
import { hashPassword } from '#password';
import { isThrottled } from '#throttle';
import { createUser } from '#users';
import { sendVerificationMail } from '#verification';

// Requests of other sites are refused in server/middleware.
export default defineEventHandler(async (event) => {
  const body = await readBody(event);
  const email = readEmail(body?.email);
  const password = readPassword(body?.password);
  if (!email || !password) {
    throw createError({ statusCode: 400, statusMessage: 'Enter an e-mail address and a password of at least 8 characters.' });
  }
  if (isThrottled(`signup:${getRequestIP(event)}`, 20)) {
    throw createError({ statusCode: 429, statusMessage: 'Too many attempts. Try again later.' });
  }

  const userId = /*#userId*/generateIdFromEntropySize(10)/*#*/;
  const passwordHash = await hashPassword(password);
  if (!(await createUser({ id: userId, email, emailVerified: false, passwordHash }))) {
    throw createError({ statusCode: 409, statusMessage: 'This e-mail address is already used.' });
  }
  await sendVerificationMail(userId, email);

  const session = await $lucia.createSession(userId, {});
  appendResponseHeader(event, 'Set-Cookie', $lucia.createSessionCookie(session.id).serialize());
  return { id: userId };
});
