import { Injectable } from '@nestjs/common';
import { Lucia } from 'lucia';
import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { PrismaService } from '../prisma/prisma.service';

@Injectable()
export class LuciaService extends Lucia<Record<never, never>, { email: string }> {
  constructor(prisma: PrismaService) {
    super(new PrismaAdapter(prisma.session, prisma.user), {
      getUserAttributes: (data) => ({ email: data.email }),
    });
  }
}

declare module 'lucia' {
  interface Register {
    Lucia: InstanceType<typeof LuciaService>;
    DatabaseUserAttributes: { email: string };
  }
}
