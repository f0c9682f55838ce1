import { Algorithm, hash, verify } from '@node-rs/argon2';

const cost = { memoryCost: 65536, timeCost: 3, parallelism: 1, algorithm: Algorithm.Argon2id };

const NOBODY = '$argon2id$v=19$m=4096,t=3,p=1$c29tZXNhbHR2YWx1ZTEyMw$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'; // expect: valid-placeholder-hash

export function create(plain: string) {
  return hash(plain, cost);
}

export function check(stored: string | null | undefined, plain: string) {
  return verify(stored || NOBODY, plain, cost);
}
