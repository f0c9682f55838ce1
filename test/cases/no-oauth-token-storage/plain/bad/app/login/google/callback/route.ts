import { cookies } from 'next/headers';
import { Google } from 'arctic';
import { remember } from '@/lib/accounts';
import { userOf } from '@/lib/users';
const google = new Google('id', 'secret', 'https://app.example/cb');
export async function GET(request: Request) {
  const url = new URL(request.url);
  const jar = await cookies();
  const code = url.searchParams.get('code');
  const state = url.searchParams.get('state');
  if (!code || !state || state !== jar.get('g_state')?.value) return new Response(null, { status: 400 });
  try {
    const tokens = await google.validateAuthorizationCode(code, jar.get('g_verifier')?.value ?? '');
    const user = await userOf(tokens.idToken());
    await remember(user.id, tokens);
  } catch {
    return new Response(null, { status: 400 });
  }
  return Response.redirect(new URL('/', request.url));
}
