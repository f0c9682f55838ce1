import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { Injectable } from '@nestjs/common';
import { Lucia } from 'lucia';
import { PrismaService } from '../prisma.service';

@Injectable()
export class AuthService {
  readonly lucia: Lucia;

  constructor(prisma: PrismaService) {
    this.lucia = new Lucia(new PrismaAdapter(prisma.session, prisma.user), {});
  }

  async whoIs(cookieHeader: string | undefined) {
    const id = this.lucia.readSessionCookie(cookieHeader ?? '');
    return id ? this.lucia.validateSession(id) : { user: null, session: null };
  }
}
