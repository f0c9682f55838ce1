import { Scrypt } from 'lucia';
import { findUser } from './find-user';


export class LoginError extends Error {}

export async function authenticate(email: string, password: string): Promise<string> {
  const user = await findUser(email);
  if (user === null) throw new LoginError('Wrong e-mail or password'); // expect: require-constant-time-login
  const ok = await new Scrypt().verify(user.passwordHash ?? (await new Scrypt().hash('none')), password);
  if (!ok) throw new LoginError('Wrong e-mail or password');
  return user.id;
}
