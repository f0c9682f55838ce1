import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Lucia } from 'lucia';
import { PrismaService } from '../prisma.service';

@Injectable()
export class SessionService {
  private readonly lucia: Lucia;

  constructor(prisma: PrismaService) {
    this.lucia = new Lucia(new PrismaAdapter(prisma.session, prisma.guest), {
      sessionCookie: { attributes: { secure: process.env.NODE_ENV === 'production' } },
    });
  }

  async begin(guestId: string, res: Response): Promise<void> {
    const session = await this.lucia.createSession(guestId, {});
    const { name, value, attributes } = this.lucia.createSessionCookie(session.id);
    res.cookie(name, value, attributes); // expect: express-cookie-max-age
  }

  async end(sessionId: string, res: Response): Promise<void> {
    await this.lucia.invalidateSession(sessionId);
    res.appendHeader('Set-Cookie', this.lucia.createBlankSessionCookie().serialize());
  }
}
