export default defineEventHandler(async (event) => {
  const { code } = getQuery(event);
  if (typeof code !== 'string' || !code) {
    throw createError({ statusCode: 400, statusMessage: 'Missing code' });
  }
  const clerk = consumeHandoff(code);
  if (!clerk) throw createError({ statusCode: 400, statusMessage: 'Bad code' });
  const cookie = kioskAuth.createSessionCookie((await kioskAuth.createSession(clerk, {})).id);
  setCookie(event, cookie.name, cookie.value, cookie.attributes);
  return sendRedirect(event, '/till');
});
