import { Controller, Get, Res } from '@nestjs/common';
@Controller('me')
export class MeController {
  @Get()
  async me(@Res({ passthrough: true }) res) {
    return { id: res.locals.user?.id };
  }
}
