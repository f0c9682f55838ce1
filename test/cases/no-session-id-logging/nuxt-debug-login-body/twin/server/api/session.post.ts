import { verify } from '@node-rs/argon2';
import { consola } from 'consola';

const log = consola.withTag('auth');

export default defineEventHandler(async (event) => {
  await throttle(event);
  const credentials = await readBody<{ email: string; password: string }>(event);
  log.debug('sign-in attempt', { email: credentials.email });

  const user = await findUserByEmail(credentials.email);
  const ok = await verify(user?.passwordHash || NOBODY, credentials.password);
  if (!user || !ok) {
    log.info('sign-in refused for', credentials.email);
    throw createError({ statusCode: 401, statusMessage: 'Wrong e-mail or password' });
  }
  const session = await lucia.createSession(user.id, {});
  appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return { name: user.name };
});
