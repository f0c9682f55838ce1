import { prisma } from './prisma';
export const setDone = (todoId: string, done: boolean) => prisma.todo.update({ where: { id: todoId }, data: { done } });
