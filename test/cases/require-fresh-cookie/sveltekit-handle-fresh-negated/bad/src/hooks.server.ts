import { sequence } from '@sveltejs/kit/hooks';
import type { Handle } from '@sveltejs/kit';
import { loadSession } from '$lib/server/session';

const authenticate: Handle = async ({ event, resolve }) => {
  const { user, session } = await loadSession(event);
  event.locals.user = user;
  event.locals.session = session;
  return resolve(event);
};

export const handle = sequence(authenticate);
