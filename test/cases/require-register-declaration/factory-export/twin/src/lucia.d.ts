import type { auth } from './lib/server/auth';

declare module 'lucia' {
  interface Register {
    Lucia: typeof auth;
    DatabaseUserAttributes: { name: string };
  }
}
