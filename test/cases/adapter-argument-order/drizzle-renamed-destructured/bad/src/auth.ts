import { DrizzleMySQLAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia } from 'lucia';
import { db, schema } from './db';

const adapter = new DrizzleMySQLAdapter(db, schema.drivers as any, schema.logins as any); // expect: adapter-argument-order

export const lucia = new Lucia(adapter, { getUserAttributes: (d) => ({ licence: d.licence }) });

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { licence: string };
  }
}
