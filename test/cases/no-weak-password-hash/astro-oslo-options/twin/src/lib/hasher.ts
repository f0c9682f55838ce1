import { Argon2id } from 'oslo/password';

export const hasher = new Argon2id({ memorySize: 19456, iterations: 2, tagLength: 32, parallelism: 1 });
