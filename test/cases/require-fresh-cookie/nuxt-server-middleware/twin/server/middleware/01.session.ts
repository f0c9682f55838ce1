export default defineEventHandler(async (event) => {
  const id = getCookie(event, lucia.sessionCookieName);
  if (!id) {
    event.context.user = null;
    return;
  }
  const result = await lucia.validateSession(id);
  if (result.session?.fresh) {
    const renewed = lucia.createSessionCookie(result.session.id);
    setCookie(event, renewed.name, renewed.value, renewed.attributes);
  }
  if (!result.session) {
    const blank = lucia.createBlankSessionCookie();
    setCookie(event, blank.name, blank.value, blank.attributes);
  }
  event.context.user = result.user;
  event.context.session = result.session;
});
