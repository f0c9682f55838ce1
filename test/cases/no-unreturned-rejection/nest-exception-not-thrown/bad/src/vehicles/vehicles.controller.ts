import { Controller, Delete, ForbiddenException, Headers, Param, UnauthorizedException } from '@nestjs/common';
import { verifyRequestOrigin } from 'lucia';
import { AuthService } from '../auth/auth.service';
import { PrismaService } from '../prisma.service';

@Controller('vehicles')
export class VehiclesController {
  constructor(
    private readonly auth: AuthService,
    private readonly prisma: PrismaService,
  ) {}

  @Delete(':id')
  async retire(
    @Param('id') id: string,
    @Headers('cookie') cookie: string,
    @Headers('origin') origin: string,
    @Headers('host') host: string,
  ) {
    if (!verifyRequestOrigin(origin ?? '', [host])) throw new ForbiddenException();
    const { user } = await this.auth.whoIs(cookie);
    if (!user) {
      new UnauthorizedException('Sign in first'); // expect: no-unreturned-rejection
    }
    await this.prisma.vehicle.update({ where: { id }, data: { retiredAt: new Date() } });
    return { retired: id };
  }
}
