import { Controller, Delete, ForbiddenException, Param, Res } from '@nestjs/common';
@Controller('a')
export class A {
  constructor(private readonly store) {}
  @Delete(':id')
  async remove(@Param('id') id: string, @Res({ passthrough: true }) res) {
    if (!res.locals.user) {
      new ForbiddenException('no'); // expect: no-unreturned-rejection
    }
    await this.store.remove(id);
  }
}
