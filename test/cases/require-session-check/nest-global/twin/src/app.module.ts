import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { SessionGuard } from './session.guard';
import { TasksController } from './tasks.controller';
@Module({ controllers: [TasksController], providers: [{ provide: APP_GUARD, useClass: SessionGuard }] })
export class AppModule {}
