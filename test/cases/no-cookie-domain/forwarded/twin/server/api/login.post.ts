export default defineEventHandler(async (event) => {
  const user = await checkPassword(await readBody(event));
  const session = await lucia.createSession(user.id, {});
  const cookie = lucia.createSessionCookie(session.id);
  setCookie(event, cookie.name, cookie.value, cookie.attributes);
});
