import { createHmac } from 'node:crypto';
import { hash } from '@node-rs/argon2';

export async function protect(password: string): Promise<string> {
  const peppered = createHmac('sha256', process.env.PEPPER!).update(password).digest('base64');
  return hash(peppered);
}
