import { deepStrictEqual } from 'node:assert';
import { posix } from 'node:path';
import ts from 'typescript';
import { projectFiles, read } from './files';

interface Import {
  readonly from: string;
  /** A path of the project, or the name of a package. */
  readonly to: string;
}

function importsOf(path: string): Import[] {
  return ts.preProcessFile(read(path)).importedFiles.map(({ fileName }) => {
    const to = fileName.startsWith('.') ? posix.join(posix.dirname(path), fileName) : fileName;
    return { from: path, to };
  });
}

const shown = ({ from, to }: Import): string => `${from} -> ${to}`;

/** What the files of a folder may import, as patterns over project paths and package names. */
const ALLOWED: readonly { readonly files: RegExp; readonly imports: readonly RegExp[] }[] = [
  { files: /^server\/src\/core\/syntax\.ts$/, imports: [/^typescript$/, /^server\/src\/core\//] },
  { files: /^server\/src\/core\//, imports: [/^server\/src\/core\//, /^(?:ignore|picomatch)$/] },
  {
    files: /^server\/src\/rules\/index\.generated\.ts$/,
    imports: [/^server\/src\/core\/rule$/, /^server\/src\/rules\/\w+\/[\w-]+\/rule$/],
  },
  { files: /^server\/src\/rules\/_shared\//, imports: [/^server\/src\/core\//, /^server\/src\/rules\/_shared\//] },
  { files: /^server\/src\/rules\//, imports: [/^server\/src\/core\//, /^server\/src\/rules\/_shared\//] },
  { files: /^server\/src\/templates\//, imports: [/^server\/src\/(?:core|templates|shared)\//] },
  { files: /^server\/src\/shared\//, imports: [/^server\/src\/shared\//] },
  {
    files: /^server\/src\/lsp\//,
    imports: [
      /^server\/src\/(?:core|lsp|shared|templates)\//,
      /^server\/src\/rules\/index\.generated$/,
      /^vscode-(?:languageserver|languageserver-textdocument|uri)$/,
      /^package\.json$/,
    ],
  },
  {
    files: /^server\/src\/node\//,
    imports: [/^server\/src\/(?:core|lsp|node)\//, /^vscode-languageserver\/node$/, /^node:/],
  },
  {
    files: /^server\/src\/browser\//,
    imports: [/^server\/src\/(?:core|lsp|browser)\//, /^vscode-languageserver\/browser$/],
  },
  {
    files: /^server\/src\/cli\//,
    imports: [
      /^server\/src\/(?:core|cli|node|shared|templates)\//,
      /^server\/src\/rules\/index\.generated$/,
      /^node:/,
      /^package\.json$/,
    ],
  },
  {
    files: /^client\/src\//,
    imports: [/^client\/src\//, /^server\/src\/shared\//, /^vscode$/, /^vscode-languageclient/],
  },
];

describe('imports', () => {
  // Examples import the types of examples; the rest of them is text.
  const files = projectFiles(/^(?:server|client)\/src\/.*\.ts$/).filter((path) => !path.endsWith('/examples.ts'));
  const imports = files.flatMap(importsOf);

  it('go one way between the folders', () => {
    const wrong = imports.filter(({ from, to }) => {
      const own = posix.dirname(from);
      if (/^server\/src\/rules\/\w+\//.test(from) && to.startsWith(`${own}/`)) return false;
      const rule = ALLOWED.find(({ files }) => files.test(from));
      return !rule?.imports.some((pattern) => pattern.test(to));
    });
    deepStrictEqual(wrong.map(shown), []);
  });

  it('never name an entry point', () => {
    const entries = /^(?:server\/src\/(?:node|browser|cli)\/main|client\/src\/main\.\w+)$/;
    deepStrictEqual(imports.filter(({ to }) => entries.test(to)).map(shown), []);
  });
});
