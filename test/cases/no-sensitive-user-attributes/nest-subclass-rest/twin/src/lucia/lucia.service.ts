import { Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { Lucia, TimeSpan } from 'lucia';
import { PrismaService } from '../prisma.service';

interface Columns {
  email: string;
  locale: string;
  createdAt: Date;
  hashedPassword: string | null;
}

interface Attributes {
  email: string;
  locale: string;
}

@Injectable()
export class LuciaService extends Lucia<Record<never, never>, Attributes> {
  constructor(prisma: PrismaService, config: ConfigService) {
    super(new PrismaAdapter(prisma.session, prisma.user), {
      sessionExpiresIn: new TimeSpan(2, 'w'),
      sessionCookie: { attributes: { secure: config.get('NODE_ENV') === 'production' } },
      getUserAttributes: ({ email, locale }) => ({ email, locale }),
    });
  }
}

declare module 'lucia' {
  interface Register {
    Lucia: InstanceType<typeof LuciaService>;
    DatabaseUserAttributes: Columns;
  }
}
