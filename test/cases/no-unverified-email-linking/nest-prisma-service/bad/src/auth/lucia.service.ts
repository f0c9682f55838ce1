import { Injectable } from '@nestjs/common';
import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { Lucia } from 'lucia';
import { PrismaService } from '../prisma/prisma.service';

@Injectable()
export class LuciaService extends Lucia {
  constructor(prisma: PrismaService) {
    super(new PrismaAdapter(prisma.session, prisma.user));
  }
}
