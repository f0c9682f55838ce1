export default defineEventHandler(async (event) => {
  const state = Math.random().toString(36).slice(2);
  setCookie(event, 'gh_state', state, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600, path: '/' });
  return sendRedirect(event, github.createAuthorizationURL(state, ['user:email']).toString()); // expect: no-predictable-oauth-state
});
