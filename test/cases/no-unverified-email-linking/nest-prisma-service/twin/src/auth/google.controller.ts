import { BadRequestException, Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { GoogleService } from './google.service';
import { LuciaService } from './lucia.service';

@Controller('auth/google')
export class GoogleController {
  constructor(
    private readonly google: GoogleService,
    private readonly lucia: LuciaService,
  ) {}

  @Get('callback')
  async callback(
    @Query('code') code: string | undefined,
    @Query('state') state: string | undefined,
    @Req() req: Request,
    @Res() res: Response,
  ) {
    const { google_state: stored, google_verifier: verifier } = req.cookies;
    if (!code || !state || !stored || !verifier || stored !== state) throw new BadRequestException();
    const userId = await this.google.redeem(code, verifier);
    const session = await this.lucia.createSession(userId, {});
    res.appendHeader('Set-Cookie', this.lucia.createSessionCookie(session.id).serialize());
    res.redirect('/');
  }
}
