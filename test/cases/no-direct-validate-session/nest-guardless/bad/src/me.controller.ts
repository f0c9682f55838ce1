import { Controller, Get, Req } from '@nestjs/common';
import { lucia } from './lucia';
@Controller('me')
export class MeController {
  @Get()
  async me(@Req() req) {
    const { user } = await lucia.validateSession(lucia.readSessionCookie(req.headers.cookie ?? '') ?? ''); // expect: no-direct-validate-session
    return { id: user?.id };
  }
}
