import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { CACHE } from './packages';

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.Preserve,
  strict: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noImplicitReturns: true,
  isolatedModules: true,
  esModuleInterop: true,
  skipLibCheck: true,
  noEmit: true,
};

const parsed = new Map<string, ts.SourceFile | undefined>();
const plain = ts.createCompilerHost(options, true);

export interface CheckRequest {
  /** Folder in the cache whose packages are used. */
  readonly set: string;
  /** Texts by path from the project folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly types?: readonly string[];
  readonly paths?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Type-checks files that exist in memory only, in a project folder inside a set of real packages.
 * @returns what the compiler has to say about these files, empty when all is well.
 */
export function typeCheck(request: CheckRequest): string[] {
  const root = join(CACHE, request.set, 'project');
  const virtual = new Map([...request.files].map(([path, text]) => [join(root, path), text]));
  const folders = new Set<string>();
  for (const path of virtual.keys()) {
    for (let folder = dirname(path); folder.startsWith(root); folder = dirname(folder)) folders.add(folder);
  }
  const paths: Record<string, string[]> = {};
  for (const [name, targets] of Object.entries(request.paths ?? {})) {
    paths[name] = targets.map((target) => (target.startsWith('/') ? target : join(root, target)));
  }
  const all = { ...options, types: [...(request.types ?? ['node'])], ...(request.paths ? { paths } : {}) };
  const host: ts.CompilerHost = {
    ...plain,
    getCurrentDirectory: () => root,
    fileExists: (path) => virtual.has(path) || plain.fileExists(path),
    readFile: (path) => virtual.get(path) ?? plain.readFile(path),
    directoryExists: (path) => folders.has(path) || existsSync(path),
    getSourceFile: (path, version) => {
      const text = virtual.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, version, true);
      if (!parsed.has(path)) parsed.set(path, plain.getSourceFile(path, version));
      return parsed.get(path);
    },
  };
  const sources = [...virtual.keys()].filter((path) => /\.tsx?$/.test(path));
  const program = ts.createProgram({ rootNames: sources, options: all, host });
  const diagnostics = [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...sources.flatMap((path) => {
      const file = program.getSourceFile(path)!;
      return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    }),
  ];
  return diagnostics.map((diagnostic) => {
    const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ');
    if (!diagnostic.file) return text;
    const { line } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
    return `${diagnostic.file.fileName.slice(root.length + 1)}:${line + 1} ${text}`;
  });
}
