export default defineEventHandler(async (event) => {
  const query = getQuery(event);
  const code = query.code?.toString() ?? null;
  const state = query.state?.toString() ?? null;
  const storedState = getCookie(event, 'github_oauth_state') ?? null;
  if (!code || !state || !storedState || state !== storedState) {
    throw createError({ statusCode: 400 });
  }
  const tokens = await github.validateAuthorizationCode(code);
  const profile = await $fetch<{ id: number }>('https://api.github.com/user', {
    headers: { Authorization: `Bearer ${tokens.accessToken}` },
  });
  const [rows] = await connection.execute('SELECT id FROM user WHERE github_id = ?', [profile.id]);
  const found = (rows as { id: string }[])[0];
  if (!found) return sendRedirect(event, '/signup');
  const session = await lucia.createSession(found.id, {});
  appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return sendRedirect(event, '/');
});
