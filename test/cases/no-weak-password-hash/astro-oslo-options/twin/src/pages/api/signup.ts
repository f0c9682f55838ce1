import type { APIRoute } from 'astro';
import { generateIdFromEntropySize } from 'lucia';
import { db } from '../../lib/db';
import { hasher } from '../../lib/hasher';
import { lucia } from '../../lib/auth';

export const POST: APIRoute = async ({ request, cookies, redirect }) => {
  const form = await request.formData();
  const email = String(form.get('email') ?? '');
  const password = String(form.get('password') ?? '');
  if (password.length < 8 || password.length > 255) return new Response('Invalid', { status: 400 });
  const id = generateIdFromEntropySize(10);
  db.prepare('INSERT INTO user (id, email, password_hash) VALUES (?, ?, ?)').run(id, email, await hasher.hash(password));
  const session = await lucia.createSession(id, {});
  const cookie = lucia.createSessionCookie(session.id);
  cookies.set(cookie.name, cookie.value, cookie.attributes);
  return redirect('/');
};
