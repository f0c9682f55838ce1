// Derives what the OAuth blocks need to know of each provider from the declarations of the arctic packages:
//   node scripts/blocks-providers.mjs <folder of arctic 1> <folder of arctic 2> <folder of arctic 3>
// writes server/src/templates/providers.generated.ts. With --check as first argument it only compares.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const args = process.argv.slice(2);
const check = args[0] === '--check' && Boolean(args.shift());
const target = new URL('../server/src/templates/providers.generated.ts', import.meta.url);
if (args.length !== 3) {
  console.error('usage: blocks-providers.mjs [--check] <arctic 1> <arctic 2> <arctic 3>');
  process.exit(2);
}

function parameters(node, file) {
  return node.parameters.map((parameter) => {
    const type = parameter.type.getText(file).replace(/\s+/g, ' ');
    return `${parameter.name.getText(file)}${parameter.questionToken ? '?' : ''}: ${type}`;
  });
}

function providersOf(folder) {
  const exported = new Set();
  const index = readFileSync(join(folder, 'dist/index.d.ts'), 'utf8');
  for (const [, names] of index.matchAll(/export \{ ([^}]*) \}/g)) {
    for (const name of names.split(',')) exported.add(name.trim());
  }
  const found = {};
  for (const name of readdirSync(join(folder, 'dist/providers'))) {
    if (!name.endsWith('.d.ts')) continue;
    const text = readFileSync(join(folder, 'dist/providers', name), 'utf8');
    const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
    for (const node of file.statements) {
      if (!ts.isClassDeclaration(node) || !exported.has(node.name.text)) continue;
      const entry = {};
      for (const member of node.members) {
        const method = member.name?.getText(file);
        if (ts.isConstructorDeclaration(member)) entry.create = parameters(member, file);
        if (method === 'createAuthorizationURL') entry.authorize = parameters(member, file);
        if (method === 'validateAuthorizationCode') entry.exchange = parameters(member, file);
      }
      if (entry.create && entry.authorize && entry.exchange) found[node.name.text] = entry;
    }
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const majors = args.map(
  (folder, index) =>
    `  ${index + 1}: {\n${Object.entries(providersOf(folder))
      .map(([name, entry]) => `    ${name}: ${JSON.stringify(entry)},`)
      .join('\n')}\n  },`,
);
const output = `// Generated from the declarations of arctic 1, 2 and 3 by scripts/blocks-providers.mjs. Do not edit.
export interface ProviderSignatures {
  readonly create: readonly string[];
  readonly authorize: readonly string[];
  readonly exchange: readonly string[];
}

export const PROVIDERS: Readonly<Record<1 | 2 | 3, Readonly<Record<string, ProviderSignatures>>>> = {
${majors.join('\n')}
};
`;

if (!check) writeFileSync(target, output);
else if (readFileSync(target, 'utf8') !== output) {
  console.error('providers.generated.ts is not what the arctic packages declare');
  process.exit(1);
}
