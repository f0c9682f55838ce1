'use server';

import { redirect } from '@solidjs/router';
import { generateIdFromEntropySize, Scrypt } from 'lucia';
import { sha256 } from 'oslo/crypto';
import { encodeHex } from 'oslo/encoding';
import { setCookie } from 'vinxi/http';
import { lucia } from './auth';
import { db } from './db';

const bytes = (text: string) => new TextEncoder().encode(text);

export async function register(form: FormData) {
  const email = String(form.get('email'));
  const secret = String(form.get('password'));
  if (secret.length < 8 || secret.length > 255) return new Error('Choose 8 to 255 characters');
  const id = generateIdFromEntropySize(10);
  const stored = encodeHex(await sha256(bytes(secret))); // expect: no-weak-password-hash
  db.prepare('INSERT INTO user (id, email, password_hash) VALUES (?, ?, ?)').run(id, email, stored);
  const confirm = generateIdFromEntropySize(25);
  db.prepare('INSERT INTO confirm (hash, user_id) VALUES (?, ?)').run(encodeHex(await sha256(bytes(confirm))), id);
  const session = await lucia.createSession(id, {});
  const cookie = lucia.createSessionCookie(session.id);
  setCookie(cookie.name, cookie.value, cookie.attributes);
  throw redirect('/');
}
