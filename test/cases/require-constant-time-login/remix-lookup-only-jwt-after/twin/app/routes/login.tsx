import { hash, verify } from '@node-rs/argon2';
import { json, redirect, type ActionFunctionArgs } from '@remix-run/node';
import jwt from 'jsonwebtoken';
import { verifyRequestOrigin } from 'lucia';
import { Users } from '../db';
import { lucia } from '../lucia.server';

const never = hash(crypto.randomUUID());
const denied = () => json({ error: 'Wrong e-mail or password' }, { status: 401 });

export async function action({ request }: ActionFunctionArgs) {
  const origin = request.headers.get('Origin');
  const host = request.headers.get('Host');
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) return new Response(null, { status: 403 });
  const form = await request.formData();
  const invite = form.get('invite');
  if (typeof invite === 'string') {
    // an invitation is a signed token: a bad one is refused at once, no password is involved
    try {
      jwt.verify(invite, process.env.INVITE_KEY!);
    } catch {
      return denied();
    }
  }
  const doc = await Users.findOne({ email: String(form.get('email')) });
  const given = String(form.get('password'));
  const fits = await verify(doc?.passwordHash || (await never), given);
  if (doc == null || !doc.passwordHash || !fits) return denied();
  const session = await lucia.createSession(doc._id, {});
  return redirect('/', { headers: { 'Set-Cookie': lucia.createSessionCookie(session.id).serialize() } });
}
