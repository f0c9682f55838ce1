/** What the file of a new session wrapper depends on. */
export interface WrapperRequest {
  readonly framework: 'next-app' | 'next-pages' | 'sveltekit' | 'astro' | 'express' | 'hono' | 'nuxt';
  readonly frameworkMajor?: number;
  /** What the new file writes to import the Lucia instance. */
  readonly instanceImport: string;
  readonly instanceName: string;
  /** From the project folder. */
  readonly path?: string;
  readonly sourceDir?: '' | 'src/';
  /** Code of the project whose habits the new file takes over. */
  readonly styleFrom?: string;
}

/** Writes the file of a session wrapper. Handed to the analysis from outside, since the building blocks are no part of it. */
export type WriteWrapper = (request: WrapperRequest) => {
  readonly path: string;
  readonly text: string;
  readonly exportName: string | undefined;
};
