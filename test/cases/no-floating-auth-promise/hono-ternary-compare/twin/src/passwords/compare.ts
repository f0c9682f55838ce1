import { compare } from 'bcrypt';

export const samePassword = (plain: string, stored: string) => compare(plain, stored);
