import * as bcrypt from 'bcrypt';

const ROUNDS = 12;

// same alphabet and length, other work factor
const NO_ACCOUNT = '$2b$04$XPxqEO/He1SFIuidjD4VSe3.fsondClZrV.ouI6hXd.JfJQxDwAki'; // expect: valid-placeholder-hash

export const digest = (plain: string) => bcrypt.hash(plain, ROUNDS);
export const fits = (plain: string, stored?: string | null) => bcrypt.compare(plain, stored || NO_ACCOUNT);
