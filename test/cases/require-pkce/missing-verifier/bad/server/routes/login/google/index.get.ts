import { generateState } from 'arctic';
export default defineEventHandler(async (event) => {
  const state = generateState();
  const url = google.createAuthorizationURL(state, 'static-verifier', ['openid', 'email']); // expect: require-pkce
  setCookie(event, 'google_state', state, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600, path: '/' });
  return sendRedirect(event, url.toString());
});
