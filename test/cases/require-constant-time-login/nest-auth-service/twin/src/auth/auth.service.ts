import { Injectable, UnauthorizedException } from '@nestjs/common';
import * as bcrypt from 'bcrypt';
import { lucia } from './lucia';
import { UsersService } from '../users/users.service';

@Injectable()
export class AuthService {
  private readonly decoy = bcrypt.hash('no such account', 12);

  constructor(private readonly users: UsersService) {}

  async signIn(email: string, password: string) {
    const user = await this.users.byEmail(email);
    const equal = await bcrypt.compare(password, user?.passwordHash || (await this.decoy));
    if (!user || !user.passwordHash || !equal) throw new UnauthorizedException('Wrong e-mail or password');
    const session = await lucia.createSession(user.id, {});
    return lucia.createSessionCookie(session.id);
  }
}
