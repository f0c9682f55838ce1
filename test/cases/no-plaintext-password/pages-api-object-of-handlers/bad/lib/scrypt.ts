import { Scrypt } from 'lucia';

const scrypt = new Scrypt();
export const makeHash = (plain: string) => scrypt.hash(plain);
