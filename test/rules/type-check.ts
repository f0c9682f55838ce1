import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '..', '..');
/** Below the project, so that imports of packages lead to its node_modules. Nothing is written there. */
const FOLDER = join(ROOT, '.cache', 'examples').replace(/\\/g, '/');

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['node', 'react'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.Preserve,
  strict: true,
  allowJs: true,
  noEmit: true,
  skipLibCheck: true,
  paths: { '@/*': ['./src/*', './*'], '~/*': ['./src/*', './*', './app/*'], '$lib/*': ['./src/lib/*'] },
};

const parsed = new Map<string, ts.SourceFile | undefined>();
const host = ts.createCompilerHost(OPTIONS);
const resolutions = ts.createModuleResolutionCache(FOLDER, (name) => name, OPTIONS);

/** Examples leave out the types that frameworks generate: parameters without a type are no mistake of a fix. */
const IMPLICIT_ANY = new Set([7005, 7006, 7031]);

/** The package that holds the version of arctic that a project asks for: majors differ in what compiles. */
function arcticOf(files: Readonly<Record<string, string>>): string {
  const { dependencies } = JSON.parse(files['package.json'] ?? '{}') as { dependencies?: Record<string, string> };
  const major = /^\D*([23])\./.exec(dependencies?.arctic ?? '')?.[1];
  return major === undefined ? 'arctic' : `arctic-${major}`;
}

/** The errors that TypeScript reports in the files of a small project, without their places. */
export function typeErrors(files: Readonly<Record<string, string>>): string[] {
  mkdirSync(FOLDER, { recursive: true });
  const own = new Map(Object.entries(files).map(([path, text]) => [`${FOLDER}/${path}`, text]));
  const roots = [...own.keys()].filter((path) => /\.[cm]?[jt]sx?$/.test(path));
  const folders = new Set(
    [...own.keys()].flatMap((path) => path.split('/').map((_, at, parts) => parts.slice(0, at).join('/'))),
  );
  const arctic = arcticOf(files);
  const overlay: ts.CompilerHost = {
    ...host,
    fileExists: (path) => own.has(path) || (!path.startsWith(FOLDER) && host.fileExists(path)),
    directoryExists: (path) => folders.has(path) || (!path.startsWith(FOLDER) && existsSync(path)),
    readFile: (path) => own.get(path) ?? host.readFile(path),
    getCurrentDirectory: () => FOLDER,
    getSourceFile(path, options) {
      const text = own.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, options, true);
      if (!parsed.has(path)) parsed.set(path, host.getSourceFile(path, options));
      return parsed.get(path);
    },
    resolveModuleNameLiterals: (literals, from, redirect, options) =>
      literals.map(({ text }) => {
        // What packages import does not change from one small project to the next.
        const cache = from.startsWith(FOLDER) ? undefined : resolutions;
        const name = text === 'arctic' ? arctic : text;
        return ts.resolveModuleName(name, from, options, overlay, cache, redirect);
      }),
  };
  const program = ts.createProgram(roots, { ...OPTIONS, pathsBasePath: FOLDER }, overlay);
  return roots.flatMap((path) => {
    const file = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found
      .filter(({ code }) => !IMPLICIT_ANY.has(code))
      .map(({ code, messageText }) => `TS${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  });
}
