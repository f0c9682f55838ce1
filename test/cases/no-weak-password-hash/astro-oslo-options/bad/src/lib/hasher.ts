import { Argon2id } from 'oslo/password';

export const hasher = new Argon2id({ memorySize: 1024, iterations: 2, tagLength: 32, parallelism: 1 }); // expect: no-weak-password-hash
