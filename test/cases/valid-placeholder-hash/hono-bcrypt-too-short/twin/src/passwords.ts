import bcrypt from 'bcryptjs';

export const hashPassword = (plain: string) => bcrypt.hash(plain, 12);
export const dummyHash = '$2b$12$T3xhP1hzrubRIURbb/8Vfe.QztmOE4wwxwL7xFWGY2SMpEL.RKsBG';
