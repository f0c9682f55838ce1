import { Apple } from 'arctic';
import type { OAuthProfile } from '#accounts';
import { requiredEnv } from '#env';

export const $client = new Apple(/*#clientArguments*/requiredEnv('A'), requiredEnv('B'), requiredEnv('C'), new Uint8Array(), requiredEnv('E')/*#*/);

//#if scopes
export const scopes = ['email'];

//#endif
/** Who signed in. Apple has no profile to fetch: the token says it all. */
export async function $fetchProfile(idToken: string): Promise<OAuthProfile> {
  const claims = readIdToken(idToken);
  if (typeof claims.sub !== 'string') throw new Error('Apple sent an unexpected token');
  const verified = claims.email_verified === true || claims.email_verified === 'true';
  return {
    provider: 'apple',
    providerUserId: claims.sub,
    verifiedEmail: typeof claims.email === 'string' && verified ? claims.email : null,
  };
}

/** The claims of a token that came straight from the provider over TLS, so its signature need not be checked. */
function readIdToken(token: string): Record<string, unknown> {
  const [, payload = ''] = token.split('.');
  const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
}
