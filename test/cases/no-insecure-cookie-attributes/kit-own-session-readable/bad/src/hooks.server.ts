import type { Handle } from '@sveltejs/kit';
import { check, tokenOf } from '$lib/server/auth/session';

export const handle: Handle = async ({ event, resolve }) => {
  const token = tokenOf(event);
  const found = token ? await check(token) : null;
  event.locals.session = found?.login ?? null;
  event.locals.keeper = found?.keeper ?? null;
  return resolve(event);
};
