import { github } from './oauth';
export const tokenFor = async (code: string) => (await github.validateAuthorizationCode(code)).accessToken(); // expect: require-oauth-error-handling
