import { deepStrictEqual, ok } from 'node:assert';
import { memoryHost } from '../../server/src/core/host';
import { defineRule } from '../../server/src/core/rule';
import type { RuleDefinition } from '../../server/src/core/rule';
import { createService } from '../../server/src/core/service';
import type { Service } from '../../server/src/core/service.types';
import { rules } from '../../server/src/rules/index.generated';

const MANIFEST = '{"dependencies":{"lucia":"3.2.2","express":"4.21.0"}}';

function serviceOver(files: Readonly<Record<string, string>>, own: readonly RuleDefinition[] = rules): Service {
  const all = new Map(
    Object.entries({ 'package.json': MANIFEST, ...files }).map(([path, text]) => [`/p/${path}`, text]),
  );
  const service = createService(memoryHost(all), { rules: own });
  service.setFolders(['/p']);
  while (service.index(1000, () => Date.now()).phase === 'indexing');
  return service;
}

const ids = (service: Service, path: string): readonly string[] =>
  service.diagnostics(`/p/${path}`).map((finding) => finding.ruleId);

const LOGGED = `import { lucia } from './auth';
export async function start(id: string) {
  const session = await lucia.createSession(id, {});
  console.log(session.id);
  return session;
}
`;
const AUTH = `import { Lucia } from 'lucia';
export const lucia = new Lucia({} as never);
declare module 'lucia' { interface Register { Lucia: typeof lucia } }
`;

describe('directives', () => {
  it('silence the next line, their own line or the file, for the rules they name', () => {
    deepStrictEqual(ids(serviceOver({ 'auth.ts': AUTH, 'a.ts': LOGGED }), 'a.ts'), ['no-session-id-logging']);
    const next = LOGGED.replace(
      '  console',
      '  // lucia-guard-disable-next-line no-session-id-logging -- local\n  console',
    );
    deepStrictEqual(ids(serviceOver({ 'auth.ts': AUTH, 'a.ts': next }), 'a.ts'), []);
    const line = LOGGED.replace('id);\n  return', 'id); // lucia-guard-disable-line no-session-id-logging\n  return');
    deepStrictEqual(ids(serviceOver({ 'auth.ts': AUTH, 'a.ts': line }), 'a.ts'), []);
    const file = `// lucia-guard-disable-file no-session-id-logging\n${LOGGED}`;
    deepStrictEqual(ids(serviceOver({ 'auth.ts': AUTH, 'a.ts': file }), 'a.ts'), []);
  });

  it('are reported when nothing needs them, with a fix that takes them away', () => {
    const text = `// lucia-guard-disable-next-line no-open-redirect\n${LOGGED.replace('console.log(session.id);', '')}`;
    const service = serviceOver({ 'auth.ts': AUTH, 'a.ts': text });
    deepStrictEqual(ids(service, 'a.ts'), ['unused-directive']);
    deepStrictEqual(service.fixAll('/p/a.ts'), [{ start: 0, end: text.indexOf('\n') + 1, newText: '' }]);
  });

  it('are comments: their words in a string or template direct nothing', () => {
    const text = `${LOGGED}export const help = \`\n// lucia-guard-disable-file\n\`;\nexport const hint = '// lucia-guard-disable-line';\n`;
    deepStrictEqual(ids(serviceOver({ 'auth.ts': AUTH, 'a.ts': text }), 'a.ts'), ['no-session-id-logging']);
  });
});

describe('the engine', () => {
  it('leaves tests alone, wherever they lie', () => {
    const service = serviceOver({
      'auth.ts': AUTH,
      'login.test.ts': LOGGED,
      '__tests__/login.ts': LOGGED.replace('./auth', '../auth'),
      'latest.ts': LOGGED,
    });
    deepStrictEqual(ids(service, 'login.test.ts'), []);
    deepStrictEqual(ids(service, '__tests__/login.ts'), []);
    deepStrictEqual(ids(service, 'latest.ts'), ['no-session-id-logging']);
  });

  it('names a rule that throws once, and runs the others', () => {
    const broken = defineRule({
      ...rules[0]!,
      id: 'broken',
      words: ['lucia'],
      check: () => {
        throw new Error('on purpose');
      },
    });
    const service = serviceOver({ 'auth.ts': AUTH, 'a.ts': LOGGED, 'b.ts': LOGGED }, [broken, ...rules]);
    deepStrictEqual(ids(service, 'a.ts'), ['no-session-id-logging']);
    deepStrictEqual(ids(service, 'b.ts'), ['no-session-id-logging']);
    deepStrictEqual(
      service.takeFailures().map((failure) => failure.ruleId),
      ['broken'],
    );
    deepStrictEqual(service.takeFailures(), []);
  });

  it('takes no method that every object inherits for one that it knows', () => {
    const text = `import express from 'express';
import { lucia } from './auth';
const app = express();
app.post('/x', async (req, res) => {
  const key = Buffer.from(String(req.body)).toString('hex').valueOf();
  res.constructor.hasOwnProperty.call(key, lucia.sessionCookieName);
  res.end();
});
`;
    deepStrictEqual(ids(serviceOver({ 'auth.ts': AUTH, 'a.ts': text }), 'a.ts'), []);
  });

  it('knows files that no event has told of, once an open file uses them, but not what git ignores', () => {
    const files = new Map([
      ['/p/package.json', MANIFEST],
      ['/p/.gitignore', 'made/\n'],
    ]);
    // Listing is done once: what is written later is found by its path only, as when a watcher loses an event.
    const service = createService(
      { ...memoryHost(files), read: (path) => files.get(path), isFile: (path) => files.has(path) },
      { rules },
    );
    service.setFolders(['/p']);
    while (service.index(1000, () => Date.now()).phase === 'indexing');
    files.set('/p/lib/auth.ts', AUTH).set('/p/made/log.ts', 'export const password = 1;\n');
    service.open(
      '/p/a.ts',
      `import { password } from './made/log';\n${LOGGED.replace('./auth', './lib/auth')}password;\n`,
    );
    deepStrictEqual(ids(service, 'a.ts'), ['no-session-id-logging']);
    deepStrictEqual(service.checkedFiles(), ['/p/lib/auth.ts', '/p/package.json']);
  });

  it('looks at the members of a workspace that a member with Lucia depends on, at others not', () => {
    const manifest = (name: string, ...dependencies: readonly string[]): string =>
      JSON.stringify({ name, dependencies: Object.fromEntries(dependencies.map((other) => [other, '*'])) });
    const helper = 'export const check = (password: string) => password.length > 7;\n';
    const service = serviceOver({
      'package.json': JSON.stringify({ private: true, workspaces: ['apps/*', 'packages/*'] }),
      'apps/web/package.json': manifest('web', 'lucia', '@acme/api'),
      'apps/web/auth.ts': AUTH,
      'packages/api/package.json': manifest('@acme/api', '@acme/db'),
      'packages/api/check.ts': helper,
      'packages/db/package.json': manifest('@acme/db', 'zod'),
      'packages/db/check.ts': helper,
      'packages/other/package.json': manifest('@acme/other', '@acme/db'),
      'packages/other/check.ts': helper,
    });
    const states = ['api', 'db', 'other'].map((name) => service.status(`/p/packages/${name}/check.ts`).state);
    deepStrictEqual(states, ['checked', 'checked', 'none']);
  });

  it('sees the guard of a router in a file that git ignores and that was open before the index was ready', () => {
    const route = (name: string, guard: string): string => `import { Router } from 'express';
import { prisma } from '../db';
import { signedIn } from '../guard';
export const ${name} = Router();
${guard}
${name}.post('/${name}', async (req, res) => {
  await prisma.plot.delete({ where: { id: req.body.id } });
  res.end();
});
`;
    const guard = `import { lucia } from './auth';
export async function signedIn(req, res, next) {
  const { session } = await lucia.validateSession(lucia.readSessionCookie(req.headers.cookie ?? '') ?? '');
  if (!session) return res.status(401).end();
  next();
}
`;
    const all = new Map(
      Object.entries({
        'package.json': MANIFEST,
        '.gitignore': 'made',
        'auth.ts': AUTH,
        'guard.ts': guard,
        'src/plots.ts': route('plots', ''),
      }).map(([path, text]) => [`/p/${path}`, text]),
    );
    const own = rules.filter(({ id }) => id === 'require-session-check');
    const service = createService(memoryHost(all), { rules: own });
    service.setFolders(['/p']);
    service.open('/p/made/fields.ts', route('fields', 'fields.use(signedIn);'));
    while (service.index(1000, () => Date.now()).phase === 'indexing');
    deepStrictEqual(ids(service, 'src/plots.ts'), ['require-session-check']);
    deepStrictEqual(ids(service, 'made/fields.ts'), []);
  });

  it('asks other files again when a helper that they use has changed', () => {
    const helper = `export const write = (value: string) => value.length;\n`;
    const user = LOGGED.replace('console.log', 'write').replace('import', "import { write } from './write';\nimport");
    const service = serviceOver({ 'auth.ts': AUTH, 'a.ts': user, 'write.ts': helper });
    deepStrictEqual(ids(service, 'a.ts'), []);
    const before = service.epoch();
    service.open('/p/write.ts', 'export const write = (value: string) => console.log(value);\n');
    ok(service.epoch() > before);
    deepStrictEqual(ids(service, 'a.ts'), ['no-session-id-logging']);
    const unchanged = service.epoch();
    service.open('/p/write.ts', '// a note\nexport const write = (value: string) => console.log(value);\n');
    deepStrictEqual(service.epoch(), unchanged);
    deepStrictEqual(ids(service, 'a.ts'), ['no-session-id-logging']);
  });
});
