export default defineEventHandler(async (event) => {
  const id = getCookie(event, lucia.sessionCookieName);
  event.context.user = id ? (await lucia.validateSession(id)).user : null;
  const isOpen = event.path.startsWith('/api/auth') || !event.path.startsWith('/api/');
  if (!isOpen && !event.context.user) throw createError({ statusCode: 401 });
});
