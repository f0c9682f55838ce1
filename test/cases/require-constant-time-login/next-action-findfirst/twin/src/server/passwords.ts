import { hash, verify } from '@node-rs/argon2';

const settings = { memoryCost: 19456, timeCost: 2, outputLen: 32, parallelism: 1 };
export const placeholder = hash(crypto.randomUUID(), settings);
export const passwordMatches = (stored: string, given: string) => verify(stored, given, settings);
