import { DrizzleMySQLAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia } from 'lucia';
import { db, schema } from './db';

const adapter = new DrizzleMySQLAdapter(db, schema.logins as any, schema.drivers as any);

export const lucia = new Lucia(adapter, { getUserAttributes: (d) => ({ licence: d.licence }) });

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { licence: string };
  }
}
