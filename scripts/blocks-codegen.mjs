// Embeds the block sources: snippets/blocks/** -> server/src/templates/blocks.generated.ts. With --check it only compares.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
const blocks = join(root, 'snippets/blocks');
const target = join(root, 'server/src/templates/blocks.generated.ts');

const files = readdirSync(blocks, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.startsWith('tsconfig'))
  .map((entry) => relative(blocks, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
  .sort();

const lines = files.map((file) => {
  const text = readFileSync(join(blocks, file), 'utf8').replaceAll('\r\n', '\n');
  return `  ${JSON.stringify(file)}:\n    ${JSON.stringify(text)},`;
});
const output = `// Generated from snippets/blocks by scripts/blocks-codegen.mjs. Do not edit.
export const BLOCK_SOURCES: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`;

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== output) {
    console.error('blocks.generated.ts is not up to date: run node scripts/blocks-codegen.mjs');
    process.exit(1);
  }
} else {
  writeFileSync(target, output);
}
