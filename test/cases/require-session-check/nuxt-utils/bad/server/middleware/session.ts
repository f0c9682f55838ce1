export default defineEventHandler(async (event) => {
  const id = getCookie(event, lucia.sessionCookieName);
  event.context.user = id ? (await lucia.validateSession(id)).user : null;
});
