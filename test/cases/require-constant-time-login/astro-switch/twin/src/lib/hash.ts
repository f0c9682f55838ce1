import { Bcrypt } from 'oslo/password';

const bcrypt = new Bcrypt({ cost: 12 });

export const encode = (text: string) => bcrypt.hash(text);
export const matches = (stored: string, text: string) => bcrypt.verify(stored, text);
export const decoy = encode(crypto.randomUUID());
