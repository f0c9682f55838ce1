import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { memoryHost } from '../../server/src/core/host';
import { applyEdits } from '../../server/src/core/text';
import { planBlock, prepareBlock } from '../../server/src/templates/facade';
import { providerFacts, providersOf } from '../../server/src/templates/oauth';
import { BLOCK_SOURCES } from '../../server/src/templates/blocks.generated';
import { DATABASES, PASSWORD_LIBRARIES, completeParams } from '../../server/src/templates/params';
import type { ArcticMajor, TemplateParams } from '../../server/src/templates/params';
import { PARTS } from '../../server/src/templates/parts';
import { renderParts } from '../../server/src/templates/render';
import { TEMPLATES, render, renderSetUp } from '../../server/src/templates/templates';
import { findingsOf } from './findings';
import { MAJORS, VERSIONS } from './projects';

/** Combinations in which every pair of framework version, database layer, arctic major and password library occurs. */
const SETS = VERSIONS.flatMap(({ framework, major }, version) =>
  DATABASES.map((database, layer) =>
    completeParams({
      framework,
      frameworkMajor: major,
      database,
      arcticMajor: MAJORS[(version + layer) % MAJORS.length]!,
      password: PASSWORD_LIBRARIES[(version + layer + Math.floor(layer / 3)) % PASSWORD_LIBRARIES.length]!,
    }),
  ),
);

/** One provider for each form that the code of a sign-in takes, and every one that has a profile of its own. */
function formsOf(arcticMajor: ArcticMajor): string[] {
  const forms = new Map<string, string>();
  for (const provider of providersOf(arcticMajor)) {
    const params = completeParams({ provider, arcticMajor });
    const { create, ...facts } = providerFacts(provider, arcticMajor);
    const source = PARTS['provider']!.source(params);
    const key = JSON.stringify([facts, source, create.replace(/'[^']*'/g, '').split(',').length]);
    if (!forms.has(key)) forms.set(key, provider);
  }
  return [...forms.values()];
}

const PROJECTS = [
  [
    'Drizzle',
    ['drizzle-orm', 'pg'],
    {
      'src/db/tables.ts': `import { boolean, pgTable, text } from 'drizzle-orm/pg-core';

export const members = pgTable('members', {
  id: text('id').primaryKey(),
  emailAddress: text('email_address').unique(),
  isEmailVerified: boolean('is_email_verified').notNull().default(false),
  hashedPassword: text('hashed_password'),
});
`,
      'src/db/index.ts': `import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';

export const db = drizzle(new pg.Pool());
`,
    },
  ],
  [
    'Prisma',
    ['@prisma/client'],
    {
      'prisma/schema.prisma': `model User {
  id       String  @id
  email    String  @unique
  password String?
}
`,
    },
  ],
  [
    'SQL',
    ['better-sqlite3'],
    { 'migrations/1.sql': 'CREATE TABLE users (id TEXT PRIMARY KEY, email TEXT UNIQUE, hashed_password TEXT);\n' },
  ],
] as const;

describe('building blocks raise no finding of our own rules', function () {
  this.timeout(120_000);

  for (const { framework, major } of VERSIONS) {
    const own = (params: TemplateParams): boolean => params.framework === framework && params.frameworkMajor === major;

    it(`${framework} ${major}: the whole set, on every database layer`, () => {
      for (const params of SETS.filter(own)) {
        const { files, packages } = renderSetUp(params);
        const { database, arcticMajor, password } = params;
        assert.deepEqual(findingsOf(params, files, packages), [], `${database}, arctic ${arcticMajor}, ${password}`);
      }
    });

    it(`${framework} ${major}: each block alone`, () => {
      const params = completeParams({ framework, frameworkMajor: major, database: 'better-sqlite3' });
      for (const { id } of TEMPLATES) {
        const { files, packages } = render(id, params);
        assert.deepEqual(findingsOf(params, files, packages), [], id);
      }
    });

    // What a provider needs is the same in every version of a framework.
    if (VERSIONS.some((version) => version.framework === framework && version.major > major)) continue;
    it(`${framework} ${major}: sign-in with every form of provider`, () => {
      for (const arcticMajor of MAJORS) {
        const common = { framework, frameworkMajor: major, database: 'better-sqlite3', arcticMajor } as const;
        const params = completeParams(common);
        const { files, packages } = renderSetUp(params);
        const all = new Map(files.map((file) => [file.path, file]));
        for (const provider of formsOf(arcticMajor)) {
          const parts = renderParts(['oauthStart', 'oauthCallback', 'provider'], { ...params, provider });
          for (const { file } of parts) all.set(file.path, file);
        }
        assert.deepEqual(findingsOf(params, [...all.values()], packages), [], `arctic ${arcticMajor}`);
      }
    });
  }

  for (const [kind, packages, files] of PROJECTS) {
    it(`in a project that has users: ${kind}`, () => {
      for (const framework of ['next', 'express']) {
        const names = [framework, ...packages];
        const dependencies = Object.fromEntries(names.map((name) => [name, '*']));
        const own = new Map([
          ...Object.entries(files),
          ['package.json', JSON.stringify({ type: 'module', dependencies })],
        ]);
        const host = memoryHost(new Map([...own].map(([path, text]) => [`/p/${path}`, text])));
        const { params, packages: known } = prepareBlock(host, '/p', 'set-up');
        const { edits, existing } = planBlock(host, '/p', 'set-up', params, known);
        assert.ok(edits.length > 20, `${edits.length} files`);
        for (const { path, text } of existing) own.set(path.slice(3), text);
        for (const { path, edits: written } of edits) own.set(path.slice(3), applyEdits('', written));
        own.delete('package.json');
        const all = [...own].map(([path, text]) => ({ path, text }));
        assert.deepEqual(findingsOf(params, all, [...names, 'arctic']), [], framework);
      }
    });
  }

  it('in combinations that hold every pair', () => {
    const values = (params: TemplateParams): string[] => [
      `${params.framework} ${params.frameworkMajor}`,
      params.database,
      `arctic ${params.arcticMajor}`,
      params.password,
    ];
    const pairs = new Set(
      SETS.flatMap((params) => values(params).flatMap((a, i, all) => all.slice(i + 1).map((b) => `${a} + ${b}`))),
    );
    const sizes = [VERSIONS.length, DATABASES.length, MAJORS.length, PASSWORD_LIBRARIES.length];
    const all = sizes.flatMap((a, i) => sizes.slice(i + 1).map((b) => a * b)).reduce((sum, count) => sum + count, 0);
    assert.equal(pairs.size, all);
  });

  it('with every profile source', () => {
    const sources = MAJORS.flatMap((arcticMajor) =>
      formsOf(arcticMajor).map((provider) => PARTS['provider']!.source(completeParams({ provider, arcticMajor }))),
    );
    const expected = Object.keys(BLOCK_SOURCES).filter((name) => name.startsWith('providers/'));
    assert.deepEqual([...new Set(sources)].sort(), expected.sort());
  });
});
