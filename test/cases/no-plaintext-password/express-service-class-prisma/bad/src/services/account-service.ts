import bcrypt from 'bcryptjs';
import { generateIdFromEntropySize } from 'lucia';
import { prisma } from '../db';

export interface NewAccount {
  email: string;
  secret: string;
}

export class AccountService {
  async register(input: NewAccount) {
    const digest = await bcrypt.hash(input.secret, 12);
    return prisma.user.create({
      data: {
        id: generateIdFromEntropySize(10),
        email: input.email,
        passwordHash: digest ? input.secret : '', // expect: no-plaintext-password
      },
      select: { id: true, email: true },
    });
  }
}
