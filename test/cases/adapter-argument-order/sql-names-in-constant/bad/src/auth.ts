import { Mysql2Adapter } from '@lucia-auth/adapter-mysql';
import { Lucia } from 'lucia';
import { createPool } from 'mysql2/promise';
import { TABLES } from './tables';

const adapter = new Mysql2Adapter(createPool(process.env.MYSQL_URL!), TABLES); // expect: adapter-argument-order

export const lucia = new Lucia(adapter, {});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
