import { verify } from '@node-rs/argon2';
import { lucia } from './lucia';
import { personByEmail, nobody } from './people';

export async function signIn(email: FormDataEntryValue | null, password: FormDataEntryValue | null) {
  if (typeof email !== 'string' || typeof password !== 'string') return null;
  const person = await personByEmail(email);
  const matches = await verify(person?.passwordHash || nobody, password);
  if (!person || !matches) return null;
  return lucia.createSessionCookie((await lucia.createSession(person.id, {})).id);
}
