import bcrypt from 'bcrypt';

const DUMMY = '$2b$12$.....................................................';

export const Passwords = {
  hash: (plain: string) => bcrypt.hash(plain, 12),
  same: (plain: string, digest: string | undefined) => bcrypt.compare(plain, digest || DUMMY),
};
