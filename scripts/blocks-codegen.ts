// Embeds the sources of the building blocks, snippets/blocks/** -> server/src/templates/blocks.generated.ts, and makes
// the contributed snippets of them, snippets/lucia-guard.code-snippets. `--check` writes nothing and fails when one is stale.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');
const stale: string[] = [];

function write(path: string, text: string): void {
  const target = join(root, path);
  let present = '';
  try {
    present = readFileSync(target, 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  if (present === text) return;
  if (check) stale.push(path);
  else writeFileSync(target, text);
}

function embeddedSources(): string {
  const blocks = join(root, 'snippets/blocks');
  const files = readdirSync(blocks, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(blocks, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  const lines = files.map((file) => {
    const text = readFileSync(join(blocks, file), 'utf8').replaceAll('\r\n', '\n');
    return `  ${JSON.stringify(file)}:\n    ${JSON.stringify(text)},`;
  });
  return `// Generated from snippets/blocks by scripts/blocks-codegen.ts. Do not edit.
export const BLOCK_SOURCES: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`;
}

write('server/src/templates/blocks.generated.ts', embeddedSources());
// Imported only now: it reads the sources that were just embedded.
void import('../server/src/templates/contributed').then(({ contributedSnippets }) => {
  write('snippets/lucia-guard.code-snippets', `${JSON.stringify(contributedSnippets(), undefined, 2)}\n`);
  if (stale.length === 0) return;
  console.error(`stale: ${stale.join(', ')} (run node --import tsx scripts/blocks-codegen.ts)`);
  process.exitCode = 1;
});
