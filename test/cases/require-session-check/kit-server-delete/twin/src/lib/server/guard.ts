import { error } from '@sveltejs/kit';
export function must(event) {
  if (!event.locals.user) error(401);
  return event.locals.user;
}
