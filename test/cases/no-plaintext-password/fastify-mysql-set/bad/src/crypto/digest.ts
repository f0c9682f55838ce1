import argon2 from 'argon2';

export default async function digest(value: string): Promise<string> {
  return argon2.hash(value, { type: argon2.argon2id, memoryCost: 19456, timeCost: 2, parallelism: 1 });
}
