export default defineEventHandler(async (event) => {
  const id = getCookie(event, lucia.sessionCookieName);
  const { user, session } = id ? await lucia.validateSession(id) : { user: null, session: null };
  event.context.user = user;
  event.context.session = session;
});
