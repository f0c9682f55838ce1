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
    const digest = user?.passwordDigest || (await this.fallback);
    const accepted = await this.hasher.matches(dto.password, digest);
    if (!user || !accepted) throw new UnauthorizedException();
    return user.id;
  }
}
