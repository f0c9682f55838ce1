import { randomUUID } from 'node:crypto';
import argon2 from 'argon2';

/** A hash of a password that nobody has, with the cost that real ones have. */
export const nobodysHash = argon2.hash(randomUUID());
