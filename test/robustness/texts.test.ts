import { deepStrictEqual, ok } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Examples } from '../../server/src/core/examples';
import { memoryHost } from '../../server/src/core/host';
import { createService } from '../../server/src/core/service';
import { applyEdits } from '../../server/src/core/text';
import { rules } from '../../server/src/rules/index.generated';
import { projectFiles, root } from '../tidy/files';

const PACKAGE = JSON.stringify({
  dependencies: { lucia: '3.2.2', arctic: '1.9.2', oslo: '1.2.1', next: '15.0.0', '@node-rs/argon2': '2.0.0' },
});

/** Numbers that look random and are the same in each run. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

/** Asks everything that an editor asks about a file, and answers what went wrong. */
function problemsOf(files: ReadonlyMap<string, string>, path: string): string[] {
  const service = createService(memoryHost(files), { rules });
  service.setFolders(['/app']);
  while (service.index(1000, Date.now).phase === 'indexing');
  const text = files.get(path) ?? '';
  const problems: string[] = [];
  for (const finding of service.diagnostics(path)) {
    if (finding.start < 0 || finding.end > text.length || finding.start > finding.end) {
      problems.push(`${finding.ruleId}: ${finding.start}-${finding.end} of ${text.length}`);
    }
    for (const action of service.codeActions(path, finding.start, finding.end)) {
      for (const edit of service.resolve(path, action) ?? []) {
        if (edit.path === path) applyEdits(text, edit.edits);
      }
    }
    service.hover(path, finding.start);
  }
  applyEdits(text, service.fixAll(path));
  for (const { ruleId, error } of service.takeFailures()) {
    problems.push(`${ruleId} threw: ${error instanceof Error ? error.stack : String(error)}`);
  }
  return problems;
}

describe('any text', function () {
  this.timeout(120_000);
  const samples: { readonly name: string; readonly files: ReadonlyMap<string, string>; readonly path: string }[] = [];

  before(async () => {
    for (const path of projectFiles(/^server\/src\/rules\/\w+\/[\w-]+\/examples\.ts$/)) {
      const { default: examples } = (await import(join(root, path))) as { default: Examples };
      for (const example of examples.bad.slice(0, 1)) {
        const files = new Map(Object.entries(example.files).map(([name, text]) => [`/app/${name}`, text]));
        if (!files.has('/app/package.json')) files.set('/app/package.json', PACKAGE);
        const marked = Object.keys(example.files).find((name) => /^[ \t]*\/\/[ \t]*\^/m.test(example.files[name]!));
        if (marked !== undefined) samples.push({ name: `${path} ${example.name}`, files, path: `/app/${marked}` });
      }
    }
  });

  const each = (change: (text: string, random: (below: number) => number) => string, times: number): void => {
    for (const { name, files, path } of samples) {
      const random = createRandom(name.length);
      for (let at = 0; at < times; at++) {
        const text = change(files.get(path)!, random);
        deepStrictEqual(problemsOf(new Map(files).set(path, text), path), [], `${name}\n${text}`);
      }
    }
  };

  it('cut off anywhere is answered', () => {
    each((text, random) => text.slice(0, random(text.length)), 12);
  });

  it('with a piece missing is answered', () => {
    each((text, random) => {
      const at = random(text.length);
      return text.slice(0, at) + text.slice(at + 1 + random(40));
    }, 12);
  });

  it('with a stray character is answered', () => {
    each((text, random) => {
      const at = random(text.length);
      return text.slice(0, at) + '{}()[]<>`\'"$;,.=!?\\\0\uFEFF\uD800'.charAt(random(21)) + text.slice(at);
    }, 12);
  });

  it('without its imports, or with line ends of another kind, is answered', () => {
    each((text) => text.replace(/^import.*$/gm, ''), 1);
    each((text) => text.replace(/\n/g, '\r\n'), 1);
    each((text) => text.replace(/\n/g, '\r'), 1);
  });

  it('nested or chained deeper than people write is answered', () => {
    const deep = 3000;
    const head = "import { lucia } from 'lucia';\n";
    const texts = [
      `${head}const x = ${'('.repeat(deep)}1${')'.repeat(deep)};`,
      `${head}const x = ${'[ '.repeat(deep)}`,
      `${head}${'if (a) { '.repeat(deep)}`,
      `${head}const x = a${'.b()'.repeat(deep)};`,
      `${head}const x = ${'a + '.repeat(deep)}a;`,
      `${head}${Array.from({ length: deep }, (_, at) => `const v${at + 1} = v${at};`).join('\n')}\nlucia.validateSession(v${deep});`,
      `${head}${Array.from({ length: deep }, (_, at) => `function f${at}() { return f${(at + 1) % deep}(); }`).join('\n')}`,
    ];
    for (const text of texts) {
      const service = createService(
        memoryHost(
          new Map([
            ['/app/a.ts', text],
            ['/app/package.json', PACKAGE],
          ]),
        ),
        { rules },
      );
      ok(Array.isArray(service.diagnostics('/app/a.ts')), text.slice(0, 60));
    }
  });

  it('of helpers that hand on all they are given, many levels deep, is answered', () => {
    const helpers = Array.from(
      { length: 13 },
      (_, at) =>
        `async function f${at + 1}(a, b, c) {\n  await f${at}((x) => a(x, b), [b, c], { a, b, c });\n  await c(a, b);\n}`,
    );
    const text = [
      "import { lucia } from 'lucia';",
      'async function f0(a, b, c) {\n  await lucia.invalidateSession(a(b, c));\n  cookies.set(lucia.sessionCookieName, b, c);\n}',
      ...helpers,
      'export const POST = (request) => f13(request.url, request.headers, request);',
    ].join('\n');
    const files = new Map([
      ['/app/a.ts', text],
      ['/app/package.json', PACKAGE],
    ]);
    deepStrictEqual(problemsOf(files, '/app/a.ts'), []);
  });

  it('of files that import each other, or themselves, is answered', () => {
    const files = new Map([
      ['/app/package.json', PACKAGE],
      [
        '/app/tsconfig.json',
        '{ "extends": "./tsconfig.json", "compilerOptions": { "paths": { "@/*": ["@/*", "./*"] } } }',
      ],
      [
        '/app/a.ts',
        "export * from './b';\nexport * from './a';\nimport { lucia } from '@/b';\nexport { lucia };\nlucia.validateSession('');\n",
      ],
      [
        '/app/b.ts',
        "export * from './a';\nexport { lucia, x as default } from '@/a';\nexport const y = () => y();\nimport { x } from '.';\n",
      ],
    ]);
    deepStrictEqual(problemsOf(files, '/app/a.ts'), []);
    deepStrictEqual(problemsOf(files, '/app/b.ts'), []);
  });

  it('of another kind, such as this analysis, is answered', () => {
    for (const path of projectFiles(/^server\/src\/core\/(?:engine|service|suppress|text|modules)\.ts$/)) {
      const files = new Map([
        [`/app/${path}`, readFileSync(join(root, path), 'utf8')],
        ['/app/package.json', PACKAGE],
      ]);
      deepStrictEqual(problemsOf(files, `/app/${path}`), [], path);
    }
  });
});
