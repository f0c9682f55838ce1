import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { verifyRequestOrigin } from 'lucia';
import { lucia, validateRequest } from '@/lib/auth';

export async function POST(request: Request) {
  if (!verifyRequestOrigin(request.headers.get('Origin') ?? '', [request.headers.get('Host') ?? ''])) return new Response(null, { status: 403 });
  const { session } = await validateRequest();
  if (session) await lucia.invalidateSession(session.id);
  const blank = lucia.createBlankSessionCookie();
  (await cookies()).set(blank.name, blank.value, blank.attributes);
  redirect('/');
}
