import type { luciaAuth } from './instance';

declare module 'lucia' {
  interface Register {
    Lucia: typeof luciaAuth;
  }
}
