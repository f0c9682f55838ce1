import { createHash } from 'node:crypto';
import { Scrypt } from 'lucia';

export const gravatar = (email: string) => createHash('md5').update(email.trim().toLowerCase()).digest('hex');
export const toHash = async (password: string) => createHash('md5').update(password).digest('hex'); // expect: no-weak-password-hash
