import { pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(pbkdf2);

const ITERATIONS = 100_000;

const KEY_LENGTH = 32;
const DIGEST = 'sha256';

export async function protect(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, ITERATIONS, KEY_LENGTH, DIGEST); // expect: no-weak-password-hash
  return `${salt.toString('base64')}.${key.toString('base64')}`;
}

export async function unlocks(stored: string, password: string): Promise<boolean> {
  const [salt = '', key = ''] = stored.split('.');
  const actual = await derive(password, Buffer.from(salt, 'base64'), ITERATIONS, KEY_LENGTH, DIGEST); // expect: no-weak-password-hash
  const expected = Buffer.from(key, 'base64');
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
