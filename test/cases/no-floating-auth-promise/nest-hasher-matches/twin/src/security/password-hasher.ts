import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

const COST = { memoryCost: 19456, timeCost: 2, outputLen: 32, parallelism: 1 };

@Injectable()
export class PasswordHasher {
  create(plain: string): Promise<string> {
    return hash(plain, COST);
  }

  async matches(digest: string, plain: string): Promise<boolean> {
    return await verify(digest, plain, COST);
  }
}
