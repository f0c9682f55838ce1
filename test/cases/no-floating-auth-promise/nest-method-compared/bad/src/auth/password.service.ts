import { Injectable } from '@nestjs/common';
import * as bcrypt from 'bcryptjs';

@Injectable()
export class PasswordService {
  readonly decoy = bcrypt.hashSync('no such account', 12);

  async check(plain: string, stored: string): Promise<boolean> {
    return bcrypt.compare(plain, stored);
  }

  isLongEnough(plain: string): boolean {
    return plain.length >= 8;
  }
}
