import { DATABASES, DATABASE_TITLES, FRAMEWORKS, FRAMEWORK_TITLES, PASSWORD_LIBRARIES, completeParams } from './params';
import type { TemplateParams } from './params';
import { hasPart } from './parts';
import { renderPart } from './render';
import { TEMPLATES } from './templates';

/** An entry of a `.code-snippets` file. */
export interface ContributedSnippet {
  readonly prefix: string;
  readonly scope: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** Blocks that differ by database and not by framework. */
const BY_DATABASE = new Set(['lucia-instance', 'db-schema']);

const SCOPES: Readonly<Record<string, string>> = {
  ts: 'typescript,typescriptreact',
  tsx: 'typescriptreact',
  svelte: 'svelte',
  astro: 'astro',
  vue: 'vue',
  sql: 'sql',
  prisma: 'prisma',
};

function kebab(id: string): string {
  return id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function snippet(part: string, prefix: string, description: string, params: TemplateParams): ContributedSnippet {
  const rendered = renderPart(part, params);
  const extension = rendered.file.path.slice(rendered.file.path.lastIndexOf('.') + 1);
  return { prefix, scope: SCOPES[extension] ?? '', description, body: rendered.snippet.split('\n') };
}

/**
 * The snippets that the extension contributes, by name: every file of every block, as a project gets it that has the
 * newest packages, better-sqlite3 where the layer does not matter, and GitHub as OAuth provider.
 */
export function contributedSnippets(): Record<string, ContributedSnippet> {
  const found: Record<string, ContributedSnippet> = {};
  for (const template of TEMPLATES) {
    if (BY_DATABASE.has(template.id)) {
      for (const database of DATABASES) {
        const params = completeParams({ framework: 'express', database });
        for (const [index, part] of template.parts.entries()) {
          const name = index === 0 ? template.id : kebab(part);
          found[`Lucia ${name} (${DATABASE_TITLES[database]})`] = snippet(
            part,
            `lucia-${name.replace(/^lucia-/, '')}-${database}`,
            `${template.description} ${DATABASE_TITLES[database]}.`,
            params,
          );
        }
      }
      continue;
    }
    for (const framework of FRAMEWORKS) {
      const params = completeParams({ framework, database: 'better-sqlite3' });
      const parts = template.parts.filter(
        (part) => hasPart(part, params) && part !== 'provider' && part !== 'accounts',
      );
      for (const [index, part] of parts.entries()) {
        const name = index === 0 ? template.id : kebab(part);
        found[`Lucia ${name} (${FRAMEWORK_TITLES[framework]})`] = snippet(
          part,
          `lucia-${name}-${framework}`,
          `${template.description} ${FRAMEWORK_TITLES[framework]}.`,
          params,
        );
      }
    }
  }
  for (const password of PASSWORD_LIBRARIES) {
    const params = completeParams({ framework: 'express', password });
    const name = password.replace(/^@/, '').replace('/', '-');
    found[`Lucia password (${password})`] = snippet(
      'password',
      `lucia-password-${name}`,
      `Hashes and verifies passwords with ${password === 'lucia' ? 'the Scrypt of Lucia' : password}.`,
      params,
    );
  }
  for (const part of ['credentials', 'throttle', 'tokens', 'mail', 'accounts', 'provider']) {
    found[`Lucia ${part}`] = snippet(
      part,
      part === 'provider' ? 'lucia-oauth-provider' : `lucia-${part}`,
      'A file that the building blocks import.',
      completeParams({ framework: 'express' }),
    );
  }
  return found;
}
