import type { auth } from './container';

export type Auth = typeof auth;

declare module 'lucia' {
  interface Register {
    DatabaseSessionAttributes: SessionRow;
  }
}

interface SessionRow {
  country: string;
}
