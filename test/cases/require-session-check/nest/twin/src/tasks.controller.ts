import { Body, Controller, Delete, Param, Post, UseGuards } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
import { SessionGuard } from './session.guard';
const prisma = new PrismaClient();
@UseGuards(SessionGuard)
@Controller('tasks')
export class TasksController {
  @Post()
  async create(@Body() body: { title: string }) {
    return prisma.task.create({ data: { title: body.title } });
  }
  @Delete(':id')
  async remove(@Param('id') id: string) {
    await prisma.task.delete({ where: { id } });
  }
}
