import { initTRPC } from '@trpc/server';
import { db } from '../db';

export async function createTRPCContext({ headers }: { headers: Headers }) {
  return { db, headers };
}

const t = initTRPC.context<typeof createTRPCContext>().create();

export const createTRPCRouter = t.router;
export const publicProcedure = t.procedure;
