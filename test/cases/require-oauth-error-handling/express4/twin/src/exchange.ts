import { ArcticFetchError, OAuth2RequestError } from 'arctic';
import { github } from './oauth';
export async function tokenFor(code: string) {
  try {
    return (await github.validateAuthorizationCode(code)).accessToken();
  } catch (error) {
    if (error instanceof OAuth2RequestError || error instanceof ArcticFetchError) return null;
    throw error;
  }
}
