import { Injectable, UnauthorizedException } from '@nestjs/common';
import { UsersRepository } from '../users/users.repository';
import { Hasher } from './hasher';
import type { SignInDto } from './sign-in.dto';

@Injectable()
export class AuthService {
  private readonly fallback = this.hasher.digest(crypto.randomUUID());

  constructor(
    private readonly users: UsersRepository,
    private readonly hasher: Hasher,
  ) {}

  async signIn(dto: SignInDto) {
    const user = await this.users.findByEmail(dto.email);
    const digest = await this.hasher.digest(dto.password);
    const accepted = await this.hasher.matches(dto.password, digest); // expect: no-self-verified-password
    if (!user || !accepted) throw new UnauthorizedException();
    return user.id;
  }
}
