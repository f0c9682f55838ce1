import { Injectable } from '@nestjs/common';
import { pbkdf2Sync, randomBytes, scryptSync } from 'node:crypto';

@Injectable()
export class HashService {
  make(password: string): string {
    const salt = randomBytes(16).toString('hex');
    const key = scryptSync(password, salt, 64, { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 }).toString('hex');
    return `${salt}:${key}`;
  }

  /** Key for the export archive; the material is random, not typed by a person. */
  archiveKey(material: Buffer): Buffer {
    return pbkdf2Sync(material, 'archive', 1, 32, 'sha256');
  }
}
