import bcrypt from 'bcryptjs';

export const hashPassword = (plain: string) => bcrypt.hash(plain, 12);
export const dummyHash = '$2b$12$invalidinvalidinvalidinvalidinvalid'; // expect: valid-placeholder-hash
