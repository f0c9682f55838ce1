import type { Framework, TemplateParams } from './params';

/** One file of generated code. Others import it as `#id`; where it lands depends on the framework. */
export interface Part {
  readonly source: (params: TemplateParams) => string;
  readonly path: (params: TemplateParams) => string;
}

const perFramework = (source: string, path: Part['path']): Part => ({
  source: (params) => `${params.framework}/${source}`,
  path,
});

const SESSION_PATHS: Readonly<Record<Framework, Part['path']>> = {
  'next-app': (params) => `${params.sourceDir}lib/session.ts`,
  'next-pages': (params) => `${params.sourceDir}lib/session.ts`,
  sveltekit: () => 'src/lib/server/session.ts',
  astro: () => 'src/lib/session.ts',
  express: (params) => `${params.sourceDir}lib/session.ts`,
  hono: (params) => `${params.sourceDir}lib/session.ts`,
  nuxt: () => 'server/middleware/2.session.ts',
};

export const PARTS: Readonly<Record<string, Part>> = {
  session: perFramework('session.ts', (params) => SESSION_PATHS[params.framework](params)),
};
