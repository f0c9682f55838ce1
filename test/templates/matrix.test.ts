import assert from 'node:assert/strict';
import { describe, it, before } from 'mocha';
import { BLOCK_SOURCES } from '../../server/src/templates/blocks.generated';
import { providersOf } from '../../server/src/templates/oauth';
import {
  DATABASES,
  DEFAULT_STYLE,
  FRAMEWORKS,
  PASSWORD_LIBRARIES,
  completeParams,
} from '../../server/src/templates/params';
import type { Database } from '../../server/src/templates/params';
import { renderParts } from '../../server/src/templates/render';
import { renderSetUp } from '../../server/src/templates/templates';
import { typeCheck } from './check';
import { generatePrismaClient, installSet } from './packages';
import { EDGES, LAYERS, MAJORS, Projects, VERSIONS, check } from './projects';

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

describe('building blocks type-check against the real packages', function () {
  this.timeout(600_000);
  before(() => {
    installSet('');
    generatePrismaClient();
    for (const { set } of EDGES) installSet(set);
  });

  for (const version of EDGES) {
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
      assert.deepEqual(check(version, projects), []);
    });
  }

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
      assert.deepEqual(check(express, projects), []);
    });
  }

  // Of a framework, the files of the database use how it reads settings and where it keeps server code.
  const newest = FRAMEWORKS.map((framework) => VERSIONS.findLast((version) => version.framework === framework)!);
  for (const version of newest.filter(({ set }) => set !== 'express5')) {
    const { framework, major } = version;
    it(`${framework} ${major}: the files of every database layer and password library`, () => {
      for (const databases of Object.values(LAYERS)) {
        const projects = new Projects();
        for (const database of databases) {
          const params = projects.params(database, { framework, frameworkMajor: major, database });
          const parts = renderParts(['auth', 'users', 'schema'], params);
          projects.add(
            database,
            parts.map(({ file }) => file),
            3,
          );
        }
        for (const password of PASSWORD_LIBRARIES) {
          const folder = `password-${PASSWORD_LIBRARIES.indexOf(password)}`;
          const params = projects.params(folder, {
            framework,
            frameworkMajor: major,
            database: databases[0]!,
            password,
          });
          const parts = renderParts(['password', 'credentials'], params);
          projects.add(
            folder,
            parts.map(({ file }) => file),
            3,
          );
        }
        assert.deepEqual(check(version, projects), []);
      }
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
        // A part that is taken in whole is imported here, and so not used where it is only taken in. The columns of a user
        // table have names of their own, which the schema of the set writes out.
        .map(([name, text]) => [name, text.replace(/ \/\/#inline$/gm, '').replace(/\$(\w+)Column\b/g, '$1')]),
    );

  for (const framework of FRAMEWORKS) {
    it(framework, () => {
      const { set, ambient, types } = VERSIONS.findLast((version) => version.framework === framework)!;
      const files = sources(`${framework}/`, 'shared/', 'db/drizzle-sqlite/', 'db/drizzle/', 'password/', 'providers/');
      if (ambient) files.set('ambient.d.ts', ambient);
      const all = { ...paths(framework, 'drizzle-sqlite'), '#users': ['db/drizzle/users.ts'] };
      assert.deepEqual(typeCheck({ set, files, paths: all, ...(types ? { types } : {}) }), []);
    });
  }
});

describe('the dimensions of the building blocks are independent', () => {
  const text = (given: Parameters<typeof completeParams>[0], only: (part: string) => boolean): string =>
    renderSetUp(completeParams(given))
      .files.filter((file) => only(file.part))
      .map((file) => `${file.path}\n${file.text}`)
      .join('\n');
  const DATABASE_PARTS = ['db', 'schema', 'users', 'auth', 'settings'];
  const OAUTH_PARTS = ['provider', 'oauthStart', 'oauthCallback', 'origin', 'proxy', 'app', 'settings'];

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
    const mark = /\/\/#|\/\/: |\/\*#|'#[a-z]|\$(lucia|validateRequest|client|fetchProfile|\w+Table)/;
    const all = VERSIONS.flatMap(({ framework, major }) => [
      ...SHAPES.map((provider) => completeParams({ framework, frameworkMajor: major, provider })),
      ...DATABASES.map((database) => completeParams({ framework, frameworkMajor: major, database })),
    ]);
    for (const params of all)
      for (const file of renderSetUp(params).files) assert.doesNotMatch(file.text, mark, file.path);
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
