import { Scrypt } from 'lucia';
import { findUser } from './find-user';

const standIn = new Scrypt().hash(crypto.randomUUID());

export class LoginError extends Error {}

export async function authenticate(email: string, password: string): Promise<string> {
  const user = await findUser(email);
  const ok = await new Scrypt().verify(user?.passwordHash || (await standIn), password);
  if (user === null || !user.passwordHash || !ok) throw new LoginError('Wrong e-mail or password');
  return user.id;
}
