import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { lucia } from '../../../lib/auth';
import { prisma } from '../../../lib/db';
import { scrypt } from '../../../lib/secret';

export default function LoginPage() {
  async function submit(form: FormData) {
    'use server';
    const record = await prisma.user.findFirst({ where: { email: String(form.get('email')) } });
    const stored = record?.passwordHash;
    switch (stored) {
      case undefined:
      case null:
        redirect('/login?failed=1'); // expect: require-constant-time-login
    }
    const ok = await scrypt.verify(stored, String(form.get('password')));
    if (!ok || !record?.passwordHash) redirect('/login?failed=1');
    const session = await lucia.createSession(record.id, {});
    const cookie = lucia.createSessionCookie(session.id);
    (await cookies()).set(cookie.name, cookie.value, cookie.attributes);
    redirect('/');
  }

  return (
    <form action={submit}>
      <input name="email" type="email" />
      <input name="password" type="password" />
      <button>Sign in</button>
    </form>
  );
}
