import { hash } from '@node-rs/argon2';

const options = {
  memoryCost: 4096,
  timeCost: 3,
  outputLen: 32,
  parallelism: 1,
};

export async function seal(plain: string): Promise<string> {
  return hash(plain, options); // expect: no-weak-password-hash
}
