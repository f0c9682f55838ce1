import { MicrosoftEntraId } from 'arctic';
import type { OAuthProfile } from '#accounts';
import { requiredEnv } from '#env';

export const $client = new MicrosoftEntraId(/*#clientArguments*/requiredEnv('A'), requiredEnv('B'), requiredEnv('C'), requiredEnv('D')/*#*/);

//#if scopes
export const scopes = ['openid', 'profile', 'email'];

//#endif
/**
 * Who signed in. `email` in the token of a Microsoft tenant is whatever its administrator typed: it counts as verified only
 * when the tenant has proved that it owns the domain (`xms_edov`, an optional claim that you turn on for the app).
 */
export async function $fetchProfile(idToken: string): Promise<OAuthProfile> {
  const claims = readIdToken(idToken);
  if (typeof claims.sub !== 'string') throw new Error('Microsoft sent an unexpected token');
  const verified = claims.xms_edov === true || claims.xms_edov === '1' || claims.xms_edov === 1;
  return {
    provider: 'microsoft',
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
