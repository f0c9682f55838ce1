import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { prisma } from '#db';

export const adapter = new PrismaAdapter(prisma.$sessionTable, prisma.$userTable);
