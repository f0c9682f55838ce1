declare module 'lucia' {
  interface Register {
    DatabaseUserAttributes: { handle: string };
  }
}

export {};
