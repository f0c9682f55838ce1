import type { getLucia } from '../lucia.server';

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof getLucia>;
  }
}

export {};
