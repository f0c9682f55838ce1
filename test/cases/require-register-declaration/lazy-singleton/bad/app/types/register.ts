import type { getLucia } from '../lucia.server';

declare global {
  interface Register {
    Lucia: ReturnType<typeof getLucia>;
  }
}

export {};
