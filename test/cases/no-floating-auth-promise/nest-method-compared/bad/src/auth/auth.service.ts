import { Injectable, UnauthorizedException } from '@nestjs/common';
import { lucia } from './lucia';
import { prisma } from './db';
import { PasswordService } from './password.service';

@Injectable()
export class AuthService {
  constructor(private readonly passwords: PasswordService) {}

  async login(email: string, plain: string) {
    if (this.passwords.isLongEnough(plain) === false) throw new UnauthorizedException();
    const user = await prisma.user.findUnique({ where: { email } });
    const stored = user?.passwordHash || this.passwords.decoy;
    const wrong = this.passwords.check(plain, stored) === false; // expect: no-floating-auth-promise
    if (wrong || !user || !user.passwordHash) throw new UnauthorizedException();
    const session = await lucia.createSession(user.id, {});
    return lucia.createSessionCookie(session.id).serialize();
  }
}
