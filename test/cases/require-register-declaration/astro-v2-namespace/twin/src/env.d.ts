/// <reference types="astro/client" />
import type { lucia } from './auth';

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
