import { Injectable } from '@nestjs/common';
import * as bcrypt from 'bcrypt';

@Injectable()
export class Hasher {
  digest(plain: string): Promise<string> {
    return bcrypt.hash(plain, 12);
  }

  matches(plain: string, digest: string): Promise<boolean> {
    return bcrypt.compare(plain, digest);
  }
}
