import { Controller, Delete, Param } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
@Controller('tasks')
export class TasksController {
  @Delete(':id')
  async remove(@Param('id') id: string) {
    await prisma.task.delete({ where: { id } });
  }
}
