import { Injectable } from '@nestjs/common';
import { pbkdf2Sync, randomBytes, scryptSync } from 'node:crypto';

@Injectable()
export class HashService {
  make(password: string): string {
    const salt = randomBytes(16).toString('hex');
    const key = pbkdf2Sync(password, salt, 10_000, 64, 'sha512').toString('hex'); // expect: no-weak-password-hash
    return `${salt}:${key}`;
  }

  /** Key for the export archive; the material is random, not typed by a person. */
  archiveKey(material: Buffer): Buffer {
    return scryptSync(material, 'archive', 32);
  }
}
