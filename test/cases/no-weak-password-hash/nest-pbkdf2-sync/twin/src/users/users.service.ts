import { Injectable } from '@nestjs/common';
import { generateIdFromEntropySize } from 'lucia';
import { prisma } from '../auth/db';
import { HashService } from '../auth/hash.service';

@Injectable()
export class UsersService {
  constructor(private readonly hashes: HashService) {}

  create(email: string, password: string) {
    return prisma.user.create({
      data: { id: generateIdFromEntropySize(10), email, passwordHash: this.hashes.make(password) },
      select: { id: true },
    });
  }
}
