import { Injectable } from '@nestjs/common';
import { prisma } from '../auth/db';

@Injectable()
export class UsersService {
  byEmail(email: string) {
    return prisma.user.findUnique({ where: { email } });
  }
}
