import { appendResponseHeader, defineEventHandler, sendRedirect } from 'h3';
import { $lucia } from '#auth';

// Requests of other sites are refused in server/middleware.
export default defineEventHandler(async (event) => {
  if (event.context.session) await $lucia.invalidateSession(event.context.session.id);
  appendResponseHeader(event, 'Set-Cookie', $lucia.createBlankSessionCookie().serialize());
  return sendRedirect(event, '/login', 303);
});
