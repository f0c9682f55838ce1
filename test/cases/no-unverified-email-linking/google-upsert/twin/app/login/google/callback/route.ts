import { cookies } from 'next/headers';
import { decodeIdToken } from 'arctic';
import { google, lucia } from '@/lib/auth';
import { prisma } from '@/lib/prisma';
export async function GET(request: Request): Promise<Response> {
  const jar = await cookies();
  const params = new URL(request.url).searchParams;
  const [code, state] = [params.get('code'), params.get('state')];
  const verifier = jar.get('google_code_verifier')?.value;
  if (!code || !state || !verifier || state !== jar.get('google_oauth_state')?.value) return new Response(null, { status: 400 });
  try {
    const tokens = await google.validateAuthorizationCode(code, verifier);
    const claims = decodeIdToken(tokens.idToken()) as { sub: string; email: string; name: string };
    const user = await prisma.user.upsert({
      where: { googleId: claims.sub },
      update: { name: claims.name },
      create: { email: claims.email, googleId: claims.sub, name: claims.name },
    });
    const session = await lucia.createSession(user.id, {});
    const cookie = lucia.createSessionCookie(session.id);
    jar.set(cookie.name, cookie.value, cookie.attributes);
    return new Response(null, { status: 302, headers: { Location: '/' } });
  } catch {
    return new Response(null, { status: 400 });
  }
}
