import bcrypt from 'bcrypt';

const cost = 12;

export function hashPassword(password: string): Promise<string> {
  return bcrypt.hash(password, cost);
}

export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return bcrypt.compare(password, passwordHash);
}

/** What a login verifies when there is no such user: a hash made with the same cost takes the same time. */
export const dummyHash = hashPassword(crypto.randomUUID());
