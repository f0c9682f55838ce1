import { Scrypt } from 'lucia';

export const scrypt = new Scrypt();
export const decoy = scrypt.hash(crypto.randomUUID());
