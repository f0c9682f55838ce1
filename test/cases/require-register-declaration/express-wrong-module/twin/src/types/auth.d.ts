import type { sessions } from '../sessions';

declare module 'lucia' {
  interface Register {
    Lucia: typeof sessions;
  }
}
