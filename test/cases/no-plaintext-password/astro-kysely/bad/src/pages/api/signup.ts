import type { APIContext } from 'astro';
import { generateIdFromEntropySize } from 'lucia';
import { Argon2id } from 'oslo/password';
import { lucia } from '../../lib/auth';
import { query } from '../../lib/query';

export async function POST(context: APIContext): Promise<Response> {
  const data = await context.request.formData();
  const email = data.get('email')?.toString() ?? '';
  const pass = data.get('password')?.toString() ?? '';
  if (!email || pass.length < 8 || pass.length > 255) return new Response('Invalid', { status: 400 });
  const id = generateIdFromEntropySize(10);
  new Argon2id().hash(pass).then((digest) => digest.length);
  const row = { id, email, password_hash: pass };
  await query.insertInto('user').values(row).execute(); // expect: no-plaintext-password
  const session = await lucia.createSession(id, {});
  const cookie = lucia.createSessionCookie(session.id);
  context.cookies.set(cookie.name, cookie.value, cookie.attributes);
  return context.redirect('/');
}
