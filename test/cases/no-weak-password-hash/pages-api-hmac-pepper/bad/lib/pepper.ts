import { createHmac } from 'node:crypto';

export async function protect(password: string): Promise<string> {
  return createHmac('sha256', process.env.PEPPER!).update(password).digest('base64'); // expect: no-weak-password-hash
}
