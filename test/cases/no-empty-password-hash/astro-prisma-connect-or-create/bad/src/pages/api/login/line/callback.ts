import type { APIRoute } from 'astro';
import { decodeIdToken, OAuth2RequestError } from 'arctic';
import { line } from '../../../../lib/providers';
import { lucia } from '../../../../lib/lucia';
import { accountOf } from '../../../../lib/accounts';

export const GET: APIRoute = async ({ url, cookies, redirect }) => {
  const code = url.searchParams.get('code');
  const state = url.searchParams.get('state');
  const savedState = cookies.get('line_state')?.value;
  const savedVerifier = cookies.get('line_verifier')?.value;
  if (!code || !savedVerifier || !savedState || savedState !== state) return new Response(null, { status: 400 });
  try {
    const tokens = await line.validateAuthorizationCode(code, savedVerifier);
    const { sub, name } = decodeIdToken(tokens.idToken()) as { sub: string; name: string };
    const userId = await accountOf({ provider: 'line', subject: sub, displayName: name });
    const session = await lucia.createSession(userId, {});
    const cookie = lucia.createSessionCookie(session.id);
    cookies.set(cookie.name, cookie.value, cookie.attributes);
    return redirect('/');
  } catch (e) {
    return new Response(null, { status: e instanceof OAuth2RequestError ? 400 : 500 });
  }
};
