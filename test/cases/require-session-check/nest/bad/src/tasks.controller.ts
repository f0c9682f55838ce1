import { Body, Controller, Delete, Param, Post, UseGuards } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
import { SessionGuard } from './session.guard';
const prisma = new PrismaClient();
@Controller('tasks')
export class TasksController {
  @Post()
  @UseGuards(SessionGuard)
  async create(@Body() body: { title: string }) {
    return prisma.task.create({ data: { title: body.title } });
  }
  @Delete(':id')
  async remove(@Param('id') id: string) { // expect: require-session-check
    await prisma.task.delete({ where: { id } });
  }
}
