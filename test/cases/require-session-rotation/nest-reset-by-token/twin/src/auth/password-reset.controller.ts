import { Body, Controller, ForbiddenException, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { verifyRequestOrigin } from 'lucia';
import { PasswordResetService } from './password-reset.service';

@Controller('password-reset')
export class PasswordResetController {
  constructor(private readonly resets: PasswordResetService) {}

  @Post()
  async reset(@Req() req: Request, @Body() body: { token: string; password: string }, @Res() res: Response) {
    if (!verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) throw new ForbiddenException();
    const cookie = await this.resets.complete(String(body.token), String(body.password));
    res.appendHeader('Set-Cookie', cookie.serialize()).status(204).end();
  }
}
