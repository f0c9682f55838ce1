import { codeStyleOf } from './text';
import type { CodeStyle } from './text';
import type { Conditions } from './conditions';
import type { EntryPoint, Frameworks } from './framework';
import type { FileModel } from './model';
import type { Ops } from './ops';
import type { Project } from './project';
import type { Roles } from './roles';
import type { Related } from './rule';
import type { ts } from './syntax';
import type { Ref, Values } from './values';
import type { WriteWrapper } from './wrapper';

/** All that a rule may ask: the file, the project around it, and what things in it are. */
export interface FileContext {
  readonly file: FileModel;
  readonly path: string;
  readonly project: Project;
  readonly values: Values;
  readonly ops: Ops;
  readonly conditions: Conditions;
  readonly roles: Roles;
  readonly frameworks: Frameworks;
  readonly entryPoints: readonly EntryPoint[];
  /** For fixes that need a session wrapper where the project has none. */
  readonly writeWrapper: WriteWrapper | undefined;
  /** The installed version of a package as this file sees it, `major.minor.patch`. */
  version(name: string): string | undefined;
  /** A node of this file as a reference. */
  ref<N extends ts.Node>(node: N): Ref<N>;
  /** A second place for a finding. */
  related(ref: Ref, message: string): Related;
  /** The habits of this file. */
  style(): CodeStyle;
}

export interface Analysis {
  readonly project: Project;
  readonly values: Values;
  readonly ops: Ops;
  readonly conditions: Conditions;
  readonly roles: Roles;
  readonly frameworks: Frameworks;
  readonly writeWrapper: WriteWrapper | undefined;
}

export function contextOf(analysis: Analysis, file: FileModel): FileContext {
  const { project, frameworks } = analysis;
  let style: CodeStyle | undefined;
  let entryPoints: readonly EntryPoint[] | undefined;
  return {
    ...analysis,
    file,
    path: file.path,
    get entryPoints() {
      return (entryPoints ??= frameworks.entryPoints(file));
    },
    version: (name) => project.modules.versionOf(file.path, name),
    ref: (node) => ({ node, file }),
    related: (ref, message) => ({
      path: ref.file.path,
      start: ref.node.getStart(ref.file.sourceFile),
      end: ref.node.end,
      message,
    }),
    style: () => (style ??= codeStyleOf(file.text)),
  };
}
