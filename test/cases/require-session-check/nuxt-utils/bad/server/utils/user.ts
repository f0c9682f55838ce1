import type { H3Event } from 'h3';
export function mustHaveUser(event: H3Event) {
  if (!event.context.user) throw createError({ statusCode: 401 });
  return event.context.user;
}
