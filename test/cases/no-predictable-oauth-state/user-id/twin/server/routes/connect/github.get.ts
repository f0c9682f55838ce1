export default defineEventHandler(async (event) => {
  const color = Math.random().toString(36).slice(2);
  const state = freshState('/settings');
  setCookie(event, 'gh_state', state, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600, path: '/' });
  setCookie(event, 'color', color);
  return sendRedirect(event, github.createAuthorizationURL(state, ['user:email']).toString());
});
