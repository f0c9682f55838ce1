import { Injectable, UnauthorizedException } from '@nestjs/common';
import * as bcrypt from 'bcrypt';
import { lucia } from './lucia';
import { UsersService } from '../users/users.service';

@Injectable()
export class AuthService {
  constructor(private readonly users: UsersService) {}

  async signIn(email: string, password: string) {
    const user = await this.users.byEmail(email);
    if (!user || !user.passwordHash) throw new UnauthorizedException('Wrong e-mail or password'); // expect: require-constant-time-login
    const equal = await bcrypt.compare(password, user.passwordHash);
    if (!equal) throw new UnauthorizedException('Wrong e-mail or password');
    const session = await lucia.createSession(user.id, {});
    return lucia.createSessionCookie(session.id);
  }
}
