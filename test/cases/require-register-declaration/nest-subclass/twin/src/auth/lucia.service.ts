import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { Injectable } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
import { Lucia } from 'lucia';

const prisma = new PrismaClient();

@Injectable()
export class LuciaService extends Lucia {
  constructor() {
    super(new PrismaAdapter(prisma.session, prisma.user), {});
  }
}
