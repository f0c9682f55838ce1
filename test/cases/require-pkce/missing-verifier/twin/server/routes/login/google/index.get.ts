import { generateCodeVerifier, generateState } from 'arctic';
const cookie = { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600, path: '/' } as const;
export default defineEventHandler(async (event) => {
  const [state, verifier] = [generateState(), generateCodeVerifier()];
  const url = google.createAuthorizationURL(state, verifier, ['openid', 'email']);
  setCookie(event, 'google_state', state, cookie);
  setCookie(event, 'google_verifier', verifier, cookie);
  return sendRedirect(event, url.toString());
});
