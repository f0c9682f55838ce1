import type { FileContext } from '../../core/context';
import { addImport, importedAs, specifierTo } from '../../core/edit';
import { exportNamesOf } from '../../core/model';
import { memberOf, textOf, ts, unwrap } from '../../core/syntax';
import type { TextEdit } from '../../core/text';

export interface InstanceName {
  /** What the instance is called in the file. */
  readonly text: string;
  /** The import that makes it so, when it is not there yet. */
  readonly edit: TextEdit | undefined;
}

/** How a file speaks of the project's Lucia instance. */
export function instanceName(context: FileContext): InstanceName | undefined {
  const { file, ops, project } = context;
  for (const node of file.calls) {
    if (!ts.isCallExpression(node)) continue;
    const member = memberOf(unwrap(node.expression));
    if (!member || !ops.of({ node, file }).some((op) => op.kind === 'lucia' && op.resolved)) continue;
    let base: ts.Node = unwrap(member.object);
    for (let inner = memberOf(base); inner; inner = memberOf(base)) base = unwrap(inner.object);
    if (base.kind === ts.SyntaxKind.ThisKeyword || (ts.isIdentifier(base) && isTopLevel(context, base)))
      return { text: textOf(member.object), edit: undefined };
  }
  for (const instance of context.roles.projectInstances(file.path)) {
    const { node, file: home } = instance.call;
    const [name] = exportNamesOf(home, node).filter((exported) => exported !== 'default' && exported !== 'export=');
    if (!name) continue;
    if (home === file || home.path === file.path) return { text: name, edit: undefined };
    if (project.autoImported(file, name)) return { text: name, edit: undefined };
    const specifier = specifierTo(context, home.path);
    const local = importedAs(file, specifier, name);
    return { text: local ?? name, edit: local ? undefined : addImport(file, specifier, name) };
  }
  return undefined;
}

function isTopLevel(context: FileContext, identifier: ts.Identifier): boolean {
  const binding = context.file.bindings.get(identifier);
  if (!binding) return true;
  if (binding.kind === 'import') return true;
  let current: ts.Node = binding.declaration;
  while (current.parent && !ts.isBlock(current)) current = current.parent;
  return ts.isSourceFile(current);
}
