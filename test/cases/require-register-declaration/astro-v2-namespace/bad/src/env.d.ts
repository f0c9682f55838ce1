/// <reference types="astro/client" />

declare namespace Site {
  type Auth = import('./auth').lucia;
  interface Register {
    Lucia: Auth;
  }
}
