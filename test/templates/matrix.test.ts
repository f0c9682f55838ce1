import assert from 'node:assert/strict';
import { describe, it, before } from 'mocha';
import { BLOCK_SOURCES } from '../../server/src/templates/blocks.generated';
import { providersOf } from '../../server/src/templates/oauth';
import { DATABASES, DEFAULT_STYLE, PASSWORD_LIBRARIES, completeParams } from '../../server/src/templates/params';
import type { ArcticMajor, Database, TemplateParams } from '../../server/src/templates/params';
import { renderParts } from '../../server/src/templates/render';
import { renderSetUp } from '../../server/src/templates/templates';
import { typeCheck } from './check';
import { generatePrismaClient, installSet } from './packages';
import type { SetName } from './packages';

const MAJORS: readonly ArcticMajor[] = [1, 2, 3];

/** Providers that between them have every form that the signatures of arctic take. */
const SHAPES = [
  'GitHub',
  'Google',
  'Apple',
  'Spotify',
  'Twitch',
  'MicrosoftEntraId',
  'Naver',
  'StartGG',
  'Notion',
  'Tumblr',
  'Etsy',
];

interface Version {
  readonly set: SetName;
  readonly framework: TemplateParams['framework'];
  readonly major: number;
  readonly types?: readonly string[];
  /** Modules whose declarations the framework generates in a project. */
  readonly ambient?: string;
}

const VERSIONS: readonly Version[] = [
  { set: 'next14', framework: 'next-app', major: 14 },
  { set: 'next15', framework: 'next-app', major: 15 },
  { set: 'next16', framework: 'next-app', major: 16 },
  { set: 'next14', framework: 'next-pages', major: 14 },
  { set: 'next15', framework: 'next-pages', major: 15 },
  { set: 'next16', framework: 'next-pages', major: 16 },
  {
    set: 'sveltekit',
    framework: 'sveltekit',
    major: 2,
    types: ['node', '@sveltejs/kit'],
    ambient: `declare module '$env/dynamic/private' {\n  export const env: Record<string, string | undefined>;\n}\n`,
  },
  { set: 'astro4', framework: 'astro', major: 4, types: ['node', 'astro/client'] },
  { set: 'astro5', framework: 'astro', major: 5, types: ['node', 'astro/client'] },
  { set: 'express4', framework: 'express', major: 4 },
  { set: 'express5', framework: 'express', major: 5 },
  { set: '', framework: 'hono', major: 4 },
  { set: '', framework: 'nuxt', major: 4 },
];

/** A program may hold several projects side by side, each in a folder of its own. */
class Projects {
  readonly files = new Map<string, string>();
  readonly paths: Record<string, string[]> = {};

  params(folder: string, given: Parameters<typeof completeParams>[0]): TemplateParams {
    const params = completeParams(given);
    if (!params.alias) return params;
    const alias = { prefix: `${params.alias.prefix}${folder}/`, target: params.alias.target };
    this.paths[`${alias.prefix}*`] = [`${folder}/${alias.target}*`];
    return { ...params, alias };
  }

  add(folder: string, files: readonly { readonly path: string; readonly text: string }[], arctic: ArcticMajor): void {
    for (const { path, text } of files) {
      const key = `${folder}/${path}`;
      const package_ = arctic === 3 ? 'arctic' : `arctic${arctic}`;
      if (!this.files.has(key)) this.files.set(key, text.replaceAll(/from (['"])arctic\1/g, `from '${package_}'`));
    }
  }
}

function checked(version: Version, projects: Projects): void {
  if (version.ambient) projects.files.set('ambient.d.ts', version.ambient);
  const { files, paths } = projects;
  const found = typeCheck({ set: version.set, files, paths, ...(version.types ? { types: version.types } : {}) });
  assert.deepEqual(found, []);
}

describe('building blocks type-check against the real packages', function () {
  this.timeout(600_000);
  before(() => {
    installSet('');
    generatePrismaClient();
    for (const { set } of VERSIONS) installSet(set);
  });

  for (const version of VERSIONS) {
    it(`${version.framework} ${version.major}: every block, every provider of arctic 1 to 3`, () => {
      const projects = new Projects();
      const common = {
        framework: version.framework,
        frameworkMajor: version.major,
        database: 'better-sqlite3',
      } as const;
      for (const arcticMajor of MAJORS) {
        const folder = `arctic-${arcticMajor}`;
        const whole = projects.params(folder, { ...common, arcticMajor });
        projects.add(folder, renderSetUp(whole).files, arcticMajor);
        for (const provider of providersOf(arcticMajor)) {
          const oauth = renderParts(['oauthStart', 'oauthCallback', 'provider'], { ...whole, provider });
          projects.add(
            folder,
            oauth.map((part) => part.file),
            arcticMajor,
          );
        }
      }
      const renamed = projects.params('renamed', {
        ...common,
        names: { lucia: 'auth', validateRequest: 'currentSession' },
        style: { ...DEFAULT_STYLE, quote: '"', semicolon: false, indent: '\t', lineEnd: '\r\n' },
      });
      projects.add('renamed', renderSetUp(renamed).files, 3);
      checked(version, projects);
    });
  }

  const LAYERS: Readonly<Record<string, readonly Database[]>> = {
    'Drizzle and Prisma': ['drizzle-pg', 'drizzle-mysql', 'drizzle-sqlite', 'drizzle-libsql', 'prisma'],
    'drivers with booleans': ['node-postgres', 'postgres-js', 'mongodb'],
    'drivers without booleans': ['mysql2', 'better-sqlite3', 'libsql'],
  };
  const express = VERSIONS.find((version) => version.set === 'express5')!;

  for (const [name, databases] of Object.entries(LAYERS)) {
    it(`every block on every database layer: ${name}`, () => {
      const projects = new Projects();
      for (const database of databases) {
        const params = projects.params(database, { framework: 'express', database });
        projects.add(database, renderSetUp(params).files, 3);
      }
      if (databases.includes('drizzle-pg')) {
        const params = projects.params('drizzle-postgres-js', {
          framework: 'express',
          database: 'drizzle-pg',
          driver: 'postgres',
        });
        projects.add('drizzle-postgres-js', renderSetUp(params).files, 3);
      }
      if (databases.includes('better-sqlite3')) {
        for (const password of PASSWORD_LIBRARIES) {
          const folder = `password-${password.replace(/\W/g, '-')}`;
          const params = projects.params(folder, { framework: 'express', database: 'better-sqlite3', password });
          projects.add(folder, renderSetUp(params).files, 3);
        }
      }
      checked(express, projects);
    });
  }

  it('names every database layer', () => {
    assert.deepEqual(Object.values(LAYERS).flat().sort(), [...DATABASES].sort());
  });
});

describe('the sources of the building blocks type-check as they stand', function () {
  this.timeout(600_000);
  /** Where the import of a part leads before anything is rendered. */
  const paths = (framework: string, layer: string): Record<string, string[]> => {
    const found: Record<string, string[]> = {};
    const own = (folder: string, skip: readonly string[] = []): void => {
      for (const source of Object.keys(BLOCK_SOURCES)) {
        if (!source.startsWith(`${folder}/`)) continue;
        const name = source.slice(folder.length + 1).replace(/\.\w+$/, '');
        if (skip.includes(name)) continue;
        found[`#${name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}`] = [source];
      }
    };
    own('shared');
    own(`db/${layer}`);
    own(framework, ['reset']);
    return {
      ...found,
      '#password': ['password/node-rs-argon2.ts'],
      '#provider': ['providers/github.ts'],
      '#resetRoutes': [`${framework}/reset.ts`],
    };
  };
  const sources = (...folders: readonly string[]): Map<string, string> =>
    new Map(
      Object.entries(BLOCK_SOURCES)
        .filter(([name]) => folders.some((folder) => name.startsWith(folder)))
        // A part that is taken in whole is imported here, and so not used where it is only taken in.
        .map(([name, text]) => [name, text.replace(/ \/\/#inline$/gm, '')]),
    );

  for (const set of ['next15', 'sveltekit', 'astro5', 'express5', ''] as const) {
    for (const version of VERSIONS.filter((candidate) => candidate.set === set)) {
      it(version.framework, () => {
        const { framework, ambient, types } = version;
        const files = sources(
          `${framework}/`,
          'shared/',
          'db/drizzle-sqlite/',
          'db/drizzle/',
          'password/',
          'providers/',
        );
        if (ambient) files.set('ambient.d.ts', ambient);
        const all = { ...paths(framework, 'drizzle-sqlite'), '#users': ['db/drizzle/users.ts'] };
        assert.deepEqual(typeCheck({ set, files, paths: all, ...(types ? { types } : {}) }), []);
      });
    }
  }
});

describe('the dimensions of the building blocks are independent', () => {
  const text = (given: Parameters<typeof completeParams>[0], only: (part: string) => boolean): string =>
    renderSetUp(completeParams(given))
      .files.filter((file) => only(file.part))
      .map((file) => `${file.path}\n${file.text}`)
      .join('\n');
  const DATABASE_PARTS = ['db', 'schema', 'users', 'auth'];
  const OAUTH_PARTS = ['provider', 'oauthStart', 'oauthCallback', 'origin', 'proxy', 'app'];

  for (const { framework, major } of VERSIONS) {
    it(`${framework} ${major}: only the files of the database know the layer, and of arctic only those of OAuth`, () => {
      const base = { framework, frameworkMajor: major, database: 'better-sqlite3' } as const;
      const others = (part: string): boolean => !DATABASE_PARTS.includes(part);
      const expected = text(base, others);
      for (const database of DATABASES) assert.equal(text({ ...base, database }, others), expected, database);
      const noOAuth = (part: string): boolean => !OAUTH_PARTS.includes(part);
      const plain = text(base, noOAuth);
      for (const arcticMajor of MAJORS)
        assert.equal(text({ ...base, arcticMajor }, noOAuth), plain, `arctic ${arcticMajor}`);
      const noPassword = (part: string): boolean => part !== 'password' && part !== 'credentials';
      const passwordFree = text(base, noPassword);
      for (const password of PASSWORD_LIBRARIES)
        assert.equal(text({ ...base, password }, noPassword), passwordFree, password);
    });
  }

  it('every database layer gives the same functions', () => {
    const signatures = (database: Database): string[] =>
      [...text({ framework: 'express', database }, (part) => part === 'users').matchAll(/^export async function .*$/gm)]
        .map(([line]) => line)
        .sort();
    for (const database of DATABASES) assert.deepEqual(signatures(database), signatures('better-sqlite3'), database);
  });
});

describe('the sources of the building blocks', () => {
  it('leave no mark behind', () => {
    for (const { framework, major } of VERSIONS) {
      for (const provider of SHAPES) {
        for (const file of renderSetUp(
          completeParams({ framework, frameworkMajor: major, provider: provider as 'GitHub' }),
        ).files) {
          assert.doesNotMatch(
            file.text,
            /\/\/#|\/\/: |\/\*#|'#[a-z]|\$(lucia|validateRequest|client|fetchProfile|\w+Table)\b/,
            file.path,
          );
        }
      }
    }
  });

  it('have no apostrophe in a comment, which a change of quotes would take for a string', () => {
    for (const [name, text] of Object.entries(BLOCK_SOURCES)) {
      for (const line of text.split('\n')) {
        const comment = /^\s*(?:\/\/|\/?\*)(.*)$/.exec(line.replace(/^(\s*)\/\/: ?/, '$1'))?.[1] ?? '';
        assert.equal((comment.match(/'/g) ?? []).length % 2, 0, `${name}: ${line}`);
      }
    }
  });
});
