import { createHash } from 'node:crypto';
import { BadRequestException, Injectable } from '@nestjs/common';
import * as argon2 from 'argon2';
import { PrismaService } from '../prisma/prisma.service';
import { LuciaService } from './lucia.service';

@Injectable()
export class PasswordResetService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly lucia: LuciaService,
  ) {}

  async complete(token: string, password: string) {
    if (password.length < 8 || password.length > 255) throw new BadRequestException('Bad password');
    const id = createHash('sha256').update(token).digest('hex');
    const request = await this.prisma.passwordReset.findUnique({ where: { id } });
    if (!request || request.expiresAt < new Date()) throw new BadRequestException('This link has expired');
    const passwordHash = await argon2.hash(password, { type: argon2.argon2id, memoryCost: 19456, timeCost: 2 });
    await this.prisma.passwordReset.delete({ where: { id } });
    await this.prisma.user.update({ where: { id: request.userId }, data: { passwordHash } });
    await this.lucia.invalidateUserSessions(request.userId);
    const session = await this.lucia.createSession(request.userId, {});
    return this.lucia.createSessionCookie(session.id);
  }
}
