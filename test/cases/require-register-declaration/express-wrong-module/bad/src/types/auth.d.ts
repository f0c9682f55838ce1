import type { sessions } from '../sessions';

declare module 'lucia-auth' {
  interface Register {
    Lucia: typeof sessions;
  }
}
