// How long an answer takes while someone types: `node --import tsx bench/typing.ts [files]`. Needs `npm run build`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { startClient } from '../test/lsp/client';
import { EARLY_RETURN_LOGIN, PACKAGE_JSON, createTestProject } from '../test/support/project';

const count = Number(process.argv[2] ?? 2000);
const KEYS = 100;

/** A file of the size and kind that projects have: some take part in authentication, most do not. */
function source(at: number): string {
  const lines = Array.from({ length: 60 }, (_, line) => `export const value${line} = compute(${line}, 'text ${at}');`);
  const auth = `import { lucia } from '../auth';\nexport async function load${at}(id: string) {\n  return await lucia.validateSession(id);\n}\n`;
  return `${at % 5 === 0 ? auth : ''}function compute(a: number, b: string) {\n  return a + b.length;\n}\n${lines.join('\n')}\n`;
}

function quantile(values: readonly number[], part: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return `${sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!.toFixed(1)} ms`;
}

async function main(): Promise<void> {
  const project = createTestProject({ 'package.json': PACKAGE_JSON, 'lucia-guard.json': '{}' });
  for (let at = 0; at < count; at++) {
    const path = project.path(`src/${at % 40}/file${at}.ts`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, source(at));
  }
  project.write({ 'src/auth.ts': "import { Lucia } from 'lucia';\nexport const lucia = new Lucia(adapter, {});\n" });
  const started = performance.now();
  const client = await startClient({ folders: [project.dir] });
  const filler = Array.from({ length: 280 }, (_, line) => `export const filler${line} = [${line}, 'filler'];`).join(
    '\n',
  );
  let document = client.open(project.path('src/login.ts'), `${EARLY_RETURN_LOGIN}${filler}\n`);
  await client.diagnostics(document);
  console.log(`first answer after ${(performance.now() - started).toFixed(0)} ms`);
  await client.indexed();
  console.log(`${count} files indexed after ${(performance.now() - started).toFixed(0)} ms`);

  for (const [name, find] of [
    ['in a function', 'request.formData();'],
    ['at the top level', 'export const filler7 ='],
  ] as const) {
    const times: number[] = [];
    let text: string = find;
    for (let key = 0; key < KEYS; key++) {
      const next = `${text.slice(0, -1)}${text.at(-1) === ';' ? ' ' : 'x'}${text.at(-1)}`;
      const before = performance.now();
      document = client.edit(document, text, next);
      await client.diagnostics(document);
      times.push(performance.now() - before);
      text = next;
    }
    console.log(
      `${KEYS} keys ${name}: half within ${quantile(times, 0.5)}, 95% within ${quantile(times, 0.95)}, all within ${quantile(times, 1)}`,
    );
  }
  await client.stop();
  project.dispose();
}

void main();
