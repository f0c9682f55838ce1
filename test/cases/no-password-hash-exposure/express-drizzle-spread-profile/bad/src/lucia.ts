import { DrizzleMySQLAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia } from 'lucia';
import { db } from './db';
import { customerSessions, customers } from './db/tables';

export const lucia = new Lucia(new DrizzleMySQLAdapter(db, customerSessions, customers));
