import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { lucia } from './lucia';
@Controller('auth')
export class AuthController {
  @Post('sign-out')
  async signOut(@Res() res) {
    await lucia.invalidateSession(res.locals.session.id);
    res.setHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize()).redirect('/');
  }
}
