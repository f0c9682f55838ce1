import { checkToken } from '$lib/server/session';
export const handle = async ({ event, resolve }) => {
  const token = event.cookies.get('sid') ?? null;
  const { session, user } = token ? await checkToken(token) : { session: null, user: null };
  event.locals.session = session;
  event.locals.user = user;
  return resolve(event);
};
