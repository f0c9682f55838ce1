import { decodeIdToken, OAuth2RequestError } from 'arctic';

export default defineEventHandler(async (event) => {
  const { code, state } = getQuery<{ code?: string; state?: string }>(event);
  const storedState = getCookie(event, 'entra_state');
  const verifier = getCookie(event, 'entra_verifier');
  if (!code || !state || !storedState || !verifier || state !== storedState) {
    throw createError({ statusCode: 400, statusMessage: 'Sign-in could not be completed' });
  }
  try {
    const tokens = await entra.validateAuthorizationCode(code, verifier);
    const claims = decodeIdToken(tokens.idToken()) as { oid: string; name: string };
    const user = await findOrCreateByOid(claims.oid, claims.name);
    const session = await lucia.createSession(user.id, {});
    appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  } catch (e) {
    if (e instanceof OAuth2RequestError) throw createError({ statusCode: 400, statusMessage: e.code });
    throw e;
  }
  return sendRedirect(event, '/dashboard');
});
