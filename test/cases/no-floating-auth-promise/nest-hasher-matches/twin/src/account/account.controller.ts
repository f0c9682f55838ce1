import {
  BadRequestException,
  Body,
  Controller,
  HttpCode,
  Put,
  Req,
  UnauthorizedException,
  UseGuards,
} from '@nestjs/common';
import type { Request } from 'express';
import { PasswordHasher } from '../security/password-hasher';
import { SessionGuard } from '../security/session.guard';
import { LuciaService } from '../security/lucia.service';
import { AccountRepository } from './account.repository';
import { ChangePasswordDto } from './change-password.dto';

@Controller('account')
@UseGuards(SessionGuard)
export class AccountController {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly hasher: PasswordHasher,
    private readonly lucia: LuciaService,
  ) {}

  @Put('password')
  @HttpCode(204)
  async changePassword(@Req() req: Request, @Body() dto: ChangePasswordDto) {
    const account = await this.accounts.byId(req.user.id);
    if (!account) throw new UnauthorizedException();
    const current = dto.currentPassword;
    if (!(await this.hasher.matches(account.passwordHash, current))) {
      throw new BadRequestException('Wrong password');
    }
    await this.accounts.setPasswordHash(account.id, await this.hasher.create(dto.newPassword));
    await this.lucia.invalidateUserSessions(account.id);
  }
}
