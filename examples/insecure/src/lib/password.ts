import { hash, verify } from '@node-rs/argon2';

const options = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

/** Verified when there is no such user, so that both answers take the same time. */
export const dummyHash =
  '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

export function checkPassword(storedHash: string, password: string): Promise<boolean> {
  return verify(storedHash, password, options);
}
