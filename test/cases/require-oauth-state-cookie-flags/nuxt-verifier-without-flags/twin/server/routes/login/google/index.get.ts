import { generateCodeVerifier, generateState } from 'arctic';

export default defineEventHandler(async (event) => {
  const state = generateState();
  const codeVerifier = generateCodeVerifier();
  const url = await google.createAuthorizationURL(state, codeVerifier, { scopes: ['openid', 'email'] });
  setCookie(event, 'google_state', state, {
    path: '/',
    httpOnly: true,
    secure: !import.meta.dev,
    sameSite: 'lax',
    maxAge: 600,
  });
  setCookie(event, 'google_code_verifier', codeVerifier, {
    path: '/',
    httpOnly: true,
    secure: !import.meta.dev,
    sameSite: 'lax',
    maxAge: 600,
  });
  return sendRedirect(event, url.toString());
});
