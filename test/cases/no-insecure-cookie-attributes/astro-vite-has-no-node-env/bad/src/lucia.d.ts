import type auth from './auth';

declare module 'lucia' {
  interface Register {
    Lucia: typeof auth;
  }
}
