import { cookies } from 'next/headers';
import { lucia } from '@/lib/auth';
import { checkPassword } from '@/lib/login';
import { guard } from '@/lib/origin';

export async function POST(request: Request) {
  guard(request);
  const form = await request.formData();
  const user = await checkPassword(form);
  const session = await lucia.createSession(user.id, {});
  const c = lucia.createSessionCookie(session.id);
  (await cookies()).set(c.name, c.value, c.attributes);
  return new Response(null, { status: 204 });
}
