import { Argon2id } from 'oslo/password';

const argon2id = new Argon2id();

export function hashPassword(password: string): Promise<string> {
  return argon2id.hash(password);
}

export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return argon2id.verify(passwordHash, password);
}

/** What a login verifies when there is no such user: a hash made with the same options costs the same time. */
export const dummyHash = hashPassword(crypto.randomUUID());
