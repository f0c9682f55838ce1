export default defineEventHandler(async (event) => {
  const { code } = getQuery(event);
  if (typeof code !== 'string' || !code) {
    throw createError({ statusCode: 400, statusMessage: 'Missing code' });
  }
  const cookie = kioskAuth.createSessionCookie(code); // expect: no-session-fixation
  setCookie(event, cookie.name, cookie.value, cookie.attributes);
  return sendRedirect(event, '/till');
});
