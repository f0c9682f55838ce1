import { PrismaClient } from '@prisma/client';

const kept = globalThis as { prisma?: PrismaClient };

export const prisma = kept.prisma ?? new PrismaClient();

// One client, however often development reloads this file.
if (process.env.NODE_ENV !== 'production') kept.prisma = prisma;
