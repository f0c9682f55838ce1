import type { TemplateParams } from './params';
import { hasPart } from './parts';
import { renderParts } from './render';
import type { RenderedFile } from './render';

export interface TemplateDefinition {
  readonly id: BlockId;
  /** As a person would call it: "constant-time login". */
  readonly title: string;
  readonly description: string;
  /** The parts that make the block, the most important first; a framework that has no such part goes without. */
  readonly parts: readonly string[];
}

export const BLOCK_IDS = [
  'lucia-instance',
  'db-schema',
  'session-wrapper',
  'protected-route',
  'login',
  'signup',
  'logout',
  'oauth-start',
  'oauth-callback',
  'csrf-check',
  'password-reset',
] as const;
export type BlockId = (typeof BLOCK_IDS)[number];

export interface RenderedBlock {
  /** The files of the block, the most important first, then those that they import and that the project lacks. */
  readonly files: readonly RenderedFile[];
  /** How many of `files` are the block itself. */
  readonly own: number;
  /** The most important file as the body of a VS Code snippet. */
  readonly snippet: string;
  /** npm packages that the files import, by name. */
  readonly packages: readonly string[];
}

export interface Template extends TemplateDefinition {
  readonly render: (params: TemplateParams) => RenderedBlock;
}

/** Makes a building block of its definition. */
export function defineTemplate(definition: TemplateDefinition): Template {
  return { ...definition, render: (params) => renderBlock(definition.parts, params) };
}

export function renderBlock(parts: readonly string[], params: TemplateParams): RenderedBlock {
  const own = parts.filter((part) => hasPart(part, params));
  const rendered = renderParts(own, params);
  const files = rendered.map((part) => part.file);
  return {
    files,
    own: own.length,
    snippet: rendered[0]?.snippet ?? '',
    packages: packagesOf(files, params.alias?.prefix),
  };
}

/** Modules that come with a framework or the runtime. */
const BUILT_IN = /^(node:|astro:|\$app\/|\$env\/|\$lib\/|#|~|@\/|\.)/;

function packagesOf(files: readonly RenderedFile[], alias: string | undefined): string[] {
  const found = new Set<string>();
  for (const file of files) {
    for (const [, specifier = ''] of file.text.matchAll(/^import (?:[^'"]* from )?['"]([^'"]+)['"]/gm)) {
      if (BUILT_IN.test(specifier) || (alias !== undefined && specifier.startsWith(alias))) continue;
      const [scope = '', name = ''] = specifier.split('/');
      found.add(specifier.startsWith('@') ? `${scope}/${name}` : scope);
    }
  }
  return [...found].sort();
}
