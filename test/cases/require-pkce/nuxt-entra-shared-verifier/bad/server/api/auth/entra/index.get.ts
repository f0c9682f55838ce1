import { generateCodeVerifier, generateState } from 'arctic';

const codeVerifier = generateCodeVerifier();

export default defineEventHandler(async (event) => {
  const state = generateState();
  const url = entra.createAuthorizationURL(state, codeVerifier, ['openid', 'profile']); // expect: require-pkce
  const options = { path: '/', httpOnly: true, secure: !import.meta.dev, sameSite: 'lax', maxAge: 600 } as const;
  setCookie(event, 'entra_state', state, options);
  setCookie(event, 'entra_verifier', codeVerifier, options);
  return sendRedirect(event, url.toString());
});
