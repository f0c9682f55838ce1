import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { Global, Module } from '@nestjs/common';
import { Lucia } from 'lucia';
import { PrismaService } from '../prisma.service';

export const LUCIA = Symbol('lucia');

@Global()
@Module({
  providers: [
    PrismaService,
    {
      provide: LUCIA,
      inject: [PrismaService],
      useFactory: (prisma: PrismaService) => {
        const adapter = new PrismaAdapter(prisma.shiftLogin, prisma.nurse);
        return new Lucia(adapter, { getUserAttributes: (n) => ({ badge: n.badge }) });
      },
    },
  ],
  exports: [LUCIA],
})
export class AuthModule {}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia;
    DatabaseUserAttributes: { badge: string };
  }
}
