import { Lucia } from 'lucia';
import { adapter } from './db';

export const lucia = new Lucia(adapter, {
  getUserAttributes: ({ email, role }) => ({ email, role }),
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { email: string; role: 'member' | 'staff' };
  }
}
