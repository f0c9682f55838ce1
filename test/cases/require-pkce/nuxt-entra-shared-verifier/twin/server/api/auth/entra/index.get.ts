import { generateCodeVerifier, generateState } from 'arctic';

export default defineEventHandler(async (event) => {
  const state = generateState();
  const codeVerifier = generateCodeVerifier();
  const url = entra.createAuthorizationURL(state, codeVerifier, ['openid', 'profile']);
  const options = { path: '/', httpOnly: true, secure: !import.meta.dev, sameSite: 'lax', maxAge: 600 } as const;
  setCookie(event, 'entra_state', state, options);
  setCookie(event, 'entra_verifier', codeVerifier, options);
  return sendRedirect(event, url.toString());
});
