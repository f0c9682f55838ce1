import { argon2id } from '@noble/hashes/argon2';
import { sha512 } from '@noble/hashes/sha512';
import { bytesToHex, randomBytes } from '@noble/hashes/utils';

export const fingerprint = (apiKey: string) => bytesToHex(sha512(apiKey));

export function passwordRecord(password: string): string {
  const salt = randomBytes(16);
  return `${bytesToHex(salt)}:${bytesToHex(argon2id(password, salt, { t: 2, m: 19456, p: 1 }))}`;
}
