import { Scrypt } from 'lucia';

const scrypt = new Scrypt();

export function hashPassword(password: string): Promise<string> {
  return scrypt.hash(password);
}

export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return scrypt.verify(passwordHash, password);
}

/** What a login verifies when there is no such user: a hash made with the same options costs the same time. */
export const dummyHash = hashPassword(crypto.randomUUID());
