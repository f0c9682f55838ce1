import type { TemplateParams } from './params';
import type { Flags } from './source';

/** What the `//#if` lines of the block sources can ask. */
export function flagsOf(params: TemplateParams): Flags {
  const { framework, frameworkMajor, database } = params;
  return new Set([
    framework,
    framework.startsWith('next-') ? 'next' : framework,
    `${framework.startsWith('next-') ? 'next' : framework}${frameworkMajor}`,
    database,
    database.startsWith('drizzle-') ? 'drizzle' : database,
    `arctic${params.arcticMajor}`,
  ]);
}
