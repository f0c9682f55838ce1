import { Controller, Post, Res, UnauthorizedException } from '@nestjs/common';
import type { Response } from 'express';
import { AuthService } from './auth.service';

@Controller('auth')
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  @Post('logout')
  async logout(@Res({ passthrough: true }) res: Response) {
    const session = res.locals.session;
    if (!session) throw new UnauthorizedException();
    res.appendHeader('Set-Cookie', this.auth.blank()); // expect: require-session-invalidation
    return { ok: true };
  }
}
