import type { lucia } from '$lib/server/auth';

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { handle: string };
  }
}

export {};
