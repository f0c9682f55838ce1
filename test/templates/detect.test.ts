import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { memoryHost } from '../../server/src/core/host';
import { answerQuestion, blockCompletions, planBlock, prepareBlock } from '../../server/src/templates/facade';
import { detectParams } from '../../server/src/templates/detect';

const project = (files: Record<string, string>) =>
  memoryHost(new Map(Object.entries(files).map(([path, text]) => [`/p/${path}`, text])));

const manifest = (dependencies: Record<string, string>, more: object = {}): string =>
  JSON.stringify({ dependencies, ...more });

describe('what the building blocks read from a project', () => {
  it('knows a Next.js project with Drizzle by its packages, folders and code', () => {
    const host = project({
      'package.json': manifest({
        next: '^16.0.0',
        'drizzle-orm': '^0.45.0',
        postgres: '^3.4.0',
        arctic: '^2.3.0',
        lucia: '^3.2.2',
        bcryptjs: '^3.0.0',
      }),
      'tsconfig.json':
        '{ // comments are fine\n "compilerOptions": { "baseUrl": ".", "paths": { "~/*": ["./src/*"] } } }',
      'src/app/page.tsx': 'export default function Page() { return null }\n',
      'src/server/auth.ts': [
        'import { DrizzlePostgreSQLAdapter } from "@lucia-auth/adapter-drizzle"',
        'import { Lucia } from "lucia"',
        'import { db } from "~/server/db"',
        'import { members, memberSessions } from "./tables"',
        'const adapter = new DrizzlePostgreSQLAdapter(db, memberSessions, members)',
        'export const auth = new Lucia(adapter, {})',
        '',
      ].join('\n'),
      'src/server/session.ts': 'export const getUser = async () => {\n  return await auth.validateSession("x")\n}\n',
      'src/server/oauth.ts': 'import { Discord } from "arctic"\nexport const discord = new Discord("a", "b", "c")\n',
    });
    const { params, questions } = detectParams(host, '/p');
    assert.deepEqual(questions, []);
    assert.equal(params.framework, 'next-app');
    assert.equal(params.frameworkMajor, 16);
    assert.equal(params.database, 'drizzle-pg');
    assert.equal(params.driver, 'postgres');
    assert.equal(params.password, 'bcryptjs');
    assert.equal(params.arcticMajor, 2);
    assert.equal(params.provider, 'Discord');
    assert.deepEqual(params.alias, { prefix: '~/', target: 'src/' });
    assert.deepEqual(params.names, {
      lucia: 'auth',
      validateRequest: 'getUser',
      userTable: 'members',
      sessionTable: 'memberSessions',
      accountTable: 'accountTable',
      tokenTable: 'tokenTable',
      emailColumn: 'email',
      emailVerifiedColumn: 'emailVerified',
      passwordHashColumn: 'passwordHash',
    });
    assert.deepEqual(params.modules, {
      auth: 'src/server/auth',
      session: 'src/server/session',
      userTables: 'src/server/tables',
      sessionTables: 'src/server/tables',
      db: 'src/server/db',
    });
    assert.equal(params.style.quote, '"');
    assert.equal(params.style.semicolon, false);

    const plan = planBlock(host, '/p', 'logout', params, new Set());
    const text = plan.edits[0]!.edits[0]!.newText;
    assert.equal(plan.edits[0]!.path, '/p/src/app/logout/route.ts');
    assert.match(text, /import \{ auth \} from "~\/server\/auth"\n/);
    assert.match(text, /import \{ getUser \} from "~\/server\/session"\n/);
    assert.doesNotMatch(text, /;\n/);
  });

  it('prefers the version that is installed', () => {
    const host = project({
      'package.json': manifest({ next: '^14.0.0', arctic: '*' }),
      'node_modules/next/package.json': '{ "version": "15.5.29" }',
      'node_modules/arctic/package.json': '{ "version": "1.9.2" }',
      'pages/index.tsx': 'export default () => null;\n',
    });
    const { params } = detectParams(host, '/p');
    assert.equal(params.framework, 'next-pages');
    assert.equal(params.frameworkMajor, 15);
    assert.equal(params.arcticMajor, 1);
    assert.equal(params.alias, undefined);
  });

  it('writes for the versions of Lucia and Drizzle that the project keeps', () => {
    const files = (lucia: string, drizzle: string) => ({
      'package.json': manifest({ express: '^5.0.0', lucia, 'drizzle-orm': drizzle, pg: '^8.0.0' }),
    });
    const setUp = (lucia: string, drizzle: string): string => {
      const host = project(files(lucia, drizzle));
      const { params, packages } = prepareBlock(host, '/p', 'set-up');
      const { edits } = planBlock(host, '/p', 'set-up', params, packages);
      return edits.flatMap((edit) => edit.edits.map(({ newText }) => newText)).join('');
    };
    const recent = setUp('^3.0.1', '^0.44.0');
    assert.match(recent, /generateIdFromEntropySize\(25\)/);
    assert.match(recent, /\(table\) => \[/);
    const old = setUp('3.0.1', '^0.30.8');
    assert.doesNotMatch(old, /generateIdFromEntropySize|\(table\) => \[/);
    assert.match(old, /generateId\(40\)/);
    assert.match(old, /\(table\) => \(\{ key: primaryKey\(/);
  });

  it('imports the database as the project exports it', () => {
    const importOfDb = (files: Record<string, string>): string | undefined => {
      const host = project({ 'package.json': manifest({ hono: '^4.0.0', lucia: '^3.2.2', pg: '^8.0.0' }), ...files });
      const { params, packages } = prepareBlock(host, '/p', 'login');
      const { edits } = planBlock(host, '/p', 'login', params, packages);
      const users = edits.find(({ path }) => path.endsWith('/users.ts'))?.edits[0]?.newText;
      return /^import .*pool.*$/m.exec(users ?? '')?.[0];
    };
    assert.equal(
      importOfDb({ 'src/lib/pg.ts': "import { Pool } from 'pg';\nconst pool = new Pool();\nexport default pool;\n" }),
      "import pool from './pg';",
    );
    assert.equal(
      importOfDb({ 'src/lib/pg.ts': "import { Pool } from 'pg';\nexport const database = new Pool();\n" }),
      "import { database as pool } from './pg';",
    );
    assert.equal(
      importOfDb({
        'src/lib/pg.ts': 'const p = connect();\nexport { p as connection };\n',
        'src/lib/auth.ts':
          "import { Lucia } from 'lucia';\nimport { connection as c } from './pg';\nexport const lucia = new Lucia(new NodePostgresAdapter(c, { user: 'users', session: 'sessions' }));\n",
      }),
      "import { connection as pool } from './pg';",
    );
  });

  it('shows of the user what the instance gives', () => {
    const page = (attributes: string): string => {
      const host = project({
        'package.json': manifest({ next: '15.0.0', lucia: '3.2.0', 'better-sqlite3': '11.0.0' }),
        'src/auth.ts': `export const lucia = new Lucia(adapter, { getUserAttributes: (row) => (${attributes}) });\n`,
      });
      const { params, packages } = prepareBlock(host, '/p', 'protected-route');
      return planBlock(host, '/p', 'protected-route', params, packages).edits[0]!.edits[0]!.newText;
    };
    assert.match(page('{ email: row.email }'), /\{user\.email \?\? user\.id\}/);
    assert.match(page('{ name: row.name }'), /\{user\.id\}/);
  });

  it('takes the wrapper that other files import', () => {
    const { params } = detectParams(
      project({
        'package.json': manifest({ next: '14.2.1', lucia: '3.2.0' }),
        'src/session.ts':
          "import { lucia } from './auth';\nexport const readSession = () => lucia.validateSession('');\nexport const getAuth = cache(readSession);\n",
        'src/app/page.tsx': "import { getAuth } from '../session';\n",
      }),
      '/p',
    );
    assert.equal(params.names.validateRequest, 'getAuth');
  });

  it('takes only a wrapper that gives the session, too, and leaves the file of the instance alone', () => {
    const wrapper = (result: string): Record<string, string> => ({
      'package.json': manifest({ next: '15.0.0', lucia: '3.2.0', 'better-sqlite3': '11.0.0' }),
      'src/auth.ts': `export const lucia = new Lucia(adapter, {});\nexport const getUser = cache(async () => {\n  const result = await lucia.validateSession('');\n  const { user, session } = result;\n  return ${result};\n});\n`,
    });
    const detected = (result: string) => detectParams(project(wrapper(result)), '/p').params;
    for (const result of ['result', '{ user, session }', "lucia.validateSession('')"]) {
      assert.equal(detected(result).modules['session'], 'src/auth');
    }
    for (const result of ['user', 'null', 'db.find(user.id)']) {
      assert.equal(detected(result).modules['session'], undefined);
    }
    const plan = planBlock(project(wrapper('result')), '/p', 'session-wrapper', detected('result'), new Set());
    assert.deepEqual([plan.edits, plan.existing], [[], []]);
    assert.deepEqual(plan.notes, ['src/auth.ts has getUser among other code: it stays as it is.']);
  });

  it('takes no hook for a wrapper', () => {
    const { params } = detectParams(
      project({
        'package.json': manifest({ '@sveltejs/kit': '^2.0.0', lucia: '3.2.0' }),
        'src/hooks.server.ts':
          'export const handleError = () => undefined;\nexport const handle = async () => {\n  return lucia.validateSession("x");\n};\nexport const reporter = 1;\n',
      }),
      '/p',
    );
    assert.equal(params.modules['session'], undefined);
  });

  it('tells of attributes that new sessions need', () => {
    const notes = (attributes: string): readonly string[] => {
      const host = project({
        'package.json': manifest({ hono: '^4.0.0', lucia: '3.2.0', 'better-sqlite3': '11.0.0' }),
        'src/lib/auth.ts': `export const lucia = new Lucia(adapter);\ninterface DatabaseSessionAttributes {${attributes}}\n`,
      });
      const { params, packages } = prepareBlock(host, '/p', 'login');
      return planBlock(host, '/p', 'login', params, packages).notes;
    };
    assert.ok(notes(' ip: string; ').some((note) => note.includes('createSession')));
    assert.ok(!notes(' ').some((note) => note.includes('createSession')));
  });

  it('says when a page has the address of a new route handler', () => {
    const host = project({
      'package.json': manifest({ next: '15.0.0', lucia: '3.2.0', 'better-sqlite3': '11.0.0' }),
      'src/app/(auth)/verify-email/page.tsx': 'export default function Page() { return null }\n',
    });
    const { params, packages } = prepareBlock(host, '/p', 'signup');
    const { notes } = planBlock(host, '/p', 'signup', params, packages);
    assert.ok(notes.some((note) => note.includes('src/app/(auth)/verify-email/page.tsx has the address')));
  });

  it('reads the names of tables from the adapter of a driver', () => {
    const host = project({
      'package.json': manifest({ express: '^5.0.0', 'better-sqlite3': '^11.0.0', pg: '^8.0.0' }, { type: 'module' }),
      'src/auth.ts':
        "const adapter = new BetterSqlite3Adapter(db, { user: 'people', session: 'people_sessions' });\nexport const lucia = new Lucia(adapter);\n",
    });
    const { params } = detectParams(host, '/p');
    assert.equal(params.database, 'better-sqlite3');
    assert.equal(params.names.userTable, 'people');
    assert.equal(params.names.sessionTable, 'people_sessions');
    assert.equal(params.importExtension, '.js');
  });

  it('asks only for what is open and what the block needs', () => {
    const host = project({ 'package.json': manifest({ hono: '^4.0.0', pg: '^8.0.0', '@libsql/client': '^0.14.0' }) });
    const ids = (block: Parameters<typeof prepareBlock>[2]) =>
      prepareBlock(host, '/p', block).questions.map((question) => question.id);
    assert.deepEqual(ids('session-wrapper'), []);
    assert.deepEqual(ids('login'), ['database']);
    assert.deepEqual(ids('oauth-callback'), ['database', 'provider']);
    const { params, questions } = prepareBlock(host, '/p', 'login');
    assert.deepEqual(
      questions[0]!.options.slice(0, 2).map((option) => option.value),
      ['node-postgres', 'libsql'],
    );
    assert.equal(answerQuestion(params, 'database', 'libsql').database, 'libsql');
    assert.equal(answerQuestion(params, 'database', 'drizzle-pg').names.userTable, 'userTable');
  });

  it('never plans to overwrite a file', () => {
    const host = project({
      'package.json': manifest({ express: '^5.0.0', 'better-sqlite3': '^11.0.0' }),
      'src/routes/login.ts': '// mine\n',
      'src/lib/users.ts': '// mine too\n',
    });
    const { params, packages } = prepareBlock(host, '/p', 'login');
    const plan = planBlock(host, '/p', 'login', params, packages);
    assert.deepEqual(
      plan.existing.map((file) => file.path),
      ['/p/src/routes/login.ts'],
    );
    const written = plan.edits.map((edit) => edit.path);
    assert.ok(!written.includes('/p/src/routes/login.ts') && !written.includes('/p/src/lib/users.ts'));
    assert.ok(plan.edits.every((edit) => edit.create === true));
    assert.ok(plan.missingPackages.includes('lucia') && !plan.missingPackages.includes('express'));
  });

  it('offers completions with the imports of the file that is typed in', () => {
    const host = project({
      'package.json': manifest({ express: '^5.0.0', 'better-sqlite3': '^11.0.0' }),
      'src/server/auth.ts': 'export const auth = new Lucia(adapter);\n',
    });
    const { params } = detectParams(host, '/p');
    const completions = blockCompletions(params, 'src/api/users/session.ts');
    const logout = completions.find((completion) => completion.label === 'lucia-logout');
    assert.match(logout!.snippet, /import \{ \$\{1:auth\} \} from '\$\{2:\.\.\/\.\.\/server\/auth\}';/);
    assert.equal(blockCompletions(params, 'a.vue').length, 0);
  });

  it('puts routes into the groups that the project keeps them in', () => {
    const next = project({
      'package.json': manifest({ next: '^15.0.0', lucia: '^3.2.2', 'better-sqlite3': '^11.0.0' }),
      'src/app/(site)/(auth)/login/page.tsx': 'export default function Page() { return null }\n',
      'src/app/(site)/(auth)/_parts/signup/page.tsx': 'export default function Page() { return null }\n',
      'src/app/logout/route.ts': 'export {};\n',
      'src/app/(old)/logout/route.ts': 'export {};\n',
      'src/app/(site)/page.tsx': 'export default function Page() { return null }\n',
    });
    const { params } = detectParams(next, '/p');
    assert.deepEqual(params.groups, { 'src/app/login': 'src/app/(site)/(auth)/login' });
    const plan = planBlock(next, '/p', 'login', params, new Set());
    assert.deepEqual(
      plan.existing.map(({ path }) => path),
      ['/p/src/app/(site)/(auth)/login/page.tsx'],
    );
    assert.ok(plan.edits.some(({ path }) => path === '/p/src/app/(site)/(auth)/login/actions.ts'));
    const callback = planBlock(next, '/p', 'oauth-callback', params, new Set());
    assert.ok(callback.edits.some(({ path }) => path === '/p/src/app/(site)/(auth)/login/github/callback/route.ts'));
    const kit = project({
      'package.json': manifest({ '@sveltejs/kit': '^2.0.0', lucia: '^3.2.2' }),
      'src/routes/(auth)/signup/+page.server.ts': 'export const actions = {};\n',
    });
    assert.deepEqual(detectParams(kit, '/p').params.groups, { 'src/routes/signup': 'src/routes/(auth)/signup' });
  });

  it('takes the password library that code imports where several are installed', () => {
    const files = {
      'package.json': manifest({ next: '^15.0.0', oslo: '^1.2.0', '@node-rs/argon2': '^2.0.0', pg: '^8.0.0' }),
      'src/lib/token.ts': "import { generateRandomString } from 'oslo/crypto';\n",
    };
    const open = detectParams(project(files), '/p');
    assert.ok(open.questions.some(({ id }) => id === 'password'));
    const settled = detectParams(
      project({ ...files, 'src/lib/hash.ts': "import { hash } from '@node-rs/argon2';\n" }),
      '/p',
    );
    assert.equal(settled.params.password, '@node-rs/argon2');
    assert.ok(!settled.questions.some(({ id }) => id === 'password'));
  });

  it('survives a project without anything', () => {
    const { params, questions } = detectParams(project({}), '/p');
    assert.equal(params.framework, 'next-app');
    assert.deepEqual(
      questions.map((question) => question.id),
      ['framework', 'database', 'provider'],
    );
    assert.equal(planBlock(project({}), '/p', 'set-up', params, new Set()).existing.length, 0);
  });
});
