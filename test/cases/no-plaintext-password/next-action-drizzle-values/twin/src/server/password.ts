import { hash } from '@node-rs/argon2';

export const seal = (plain: string) => hash(plain, { memoryCost: 19456, timeCost: 2, outputLen: 32, parallelism: 1 });
