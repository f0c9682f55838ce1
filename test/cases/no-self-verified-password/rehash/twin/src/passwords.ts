import bcrypt from 'bcrypt';
export const encode = (plain: string) => bcrypt.hash(plain, 12);
export const same = (plain: string, stored: string) => bcrypt.compare(plain, stored);
