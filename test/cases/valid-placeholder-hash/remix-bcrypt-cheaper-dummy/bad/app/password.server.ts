import * as bcrypt from 'bcrypt';

const ROUNDS = 12;

// same alphabet and length, other work factor
const NO_ACCOUNT = '$2b$04$bIRvn9RiQD0PAbIBDPsLuuEAd8f.4GJG6eHfcYb49uH7iDXHQoekO'; // expect: valid-placeholder-hash

export const digest = (plain: string) => bcrypt.hash(plain, ROUNDS);
export const fits = (plain: string, stored?: string | null) => bcrypt.compare(plain, stored || NO_ACCOUNT);
