import { prisma } from './prisma';
export const setDone = (todoId: string, userId: string, done: boolean) => prisma.todo.update({ where: { id: todoId, userId }, data: { done } });
