import { github } from './oauth';
export async function profileFor(code: string) {
  const tokens = await github.validateAuthorizationCode(code);
  const answer = await fetch('https://api.github.com/user', {
    headers: { Authorization: `Bearer ${tokens.accessToken}` }, // expect: arctic-version-mismatch
  });
  return answer.json();
}
