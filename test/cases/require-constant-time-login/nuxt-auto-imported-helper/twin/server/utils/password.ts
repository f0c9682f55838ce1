import { hash, verify } from '@node-rs/argon2';

export const hashSecret = (value: string) => hash(value);
export const verifySecret = (stored: string, value: string) => verify(stored, value);
export const decoyHash = hashSecret(crypto.randomUUID());
