import { Hono } from 'hono';
import { getCookie, setCookie, deleteCookie } from 'hono/cookie';
import { generateState, OAuth2RequestError } from 'arctic';
import { GithubIdentityProvider } from '../auth/identity-provider';
import { lucia } from '../auth/lucia';
import { accountFor } from '../auth/accounts';

const NONCE_COOKIE = 'gh_nonce';
const idp = new GithubIdentityProvider(
  process.env.GITHUB_CLIENT_ID!,
  process.env.GITHUB_CLIENT_SECRET!,
  `${process.env.PUBLIC_URL}/auth/github/return`,
);

export const github = new Hono();

github.get('/', (c) => {
  const nonce = generateState();
  setCookie(c, NONCE_COOKIE, nonce, { path: '/', httpOnly: true, secure: true, sameSite: 'Lax', maxAge: 600 });
  return c.redirect(idp.begin(nonce).toString());
});

github.get('/return', async (c) => {
  const { code, state } = c.req.query();
  const nonce = getCookie(c, NONCE_COOKIE);
  deleteCookie(c, NONCE_COOKIE, { path: '/' });
  if (!code || !state || !nonce || nonce !== state) return c.text('Sign-in was interrupted', 400);

  try {
    const tokens = await idp.client.validateAuthorizationCode(code);
    const profile = await idp.profile(tokens);
    const userId = await accountFor('github', String(profile.id), profile.login);
    const session = await lucia.createSession(userId, {});
    c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
    return c.redirect('/app');
  } catch (cause) {
    if (cause instanceof OAuth2RequestError) return c.text('Sign-in failed', 400);
    throw cause;
  }
});
