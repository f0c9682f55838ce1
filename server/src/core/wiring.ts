import { bindingOf } from './model';
import type { FileModel } from './model';
import { AUXILIARY, relative } from './paths';
import type { Project } from './project';
import { hasModifier, memberOf, propertyName, stringValue, ts, unwrap } from './syntax';
import { importedName } from './values';
import type { Ref } from './values';

type ClassRef = Ref<ts.ClassLikeDeclaration>;

/** How the classes of a project are put together: who stands behind an interface, and where a class is made. */
export interface Wiring {
  /** The only class of the project that implements an interface, or extends an abstract class. */
  implementer(file: FileModel, type: ts.TypeNode): ClassRef | undefined;
  /** The places that make an instance of a class, when they are few. */
  constructions(file: FileModel, cls: ts.ClassLikeDeclaration): readonly Ref<ts.NewExpression>[];
  /**
   * What handlers are handed under a name, put there with `decorate('name', value)`, `derive(() => ({ name: value }))` or
   * `c.set('name', value)` somewhere in the project.
   */
  handed(file: FileModel, name: string): readonly Ref<ts.Expression>[];
}

/** More places than these say little of what one instance is given. */
const MAX_CONSTRUCTIONS = 4;

/** @param classOf the class that an expression names */
export function createWiring(project: Project, classOf: (ref: Ref) => ClassRef | undefined): Wiring {
  /** Files that hold a text, the one that asks first: those that are not indexed are reached by imports only. */
  const near = (file: FileModel, text: string): readonly FileModel[] => {
    const key = `near\0${project.modules.projectRootOf(file.path)}\0${text}`;
    let paths = project.projectMemo.get(key) as readonly string[] | undefined;
    if (!paths) {
      paths = project.filesNear(file.path).filter((path) => project.mentions(path, text) && !isAuxiliary(path));
      project.projectMemo.set(key, paths);
    }
    const others = paths.filter((path) => path !== file.path).map((path) => project.lookedAt(file, path));
    return [file, ...others.filter((other) => other !== undefined)];
  };

  const isAuxiliary = (path: string): boolean => {
    const info = project.packageOf(path);
    return AUXILIARY.test(info ? relative(info.dir, path) : path);
  };

  /** Answers of the whole project by the node that is asked for; none while they are worked out. */
  const kept = <T>(slot: string, node: ts.Node, compute: () => readonly T[]): readonly T[] => {
    const memo = project.projectMemo as Map<string, Map<ts.Node, readonly T[]> | undefined>;
    let answers = memo.get(slot);
    if (!answers) memo.set(slot, (answers = new Map()));
    const known = answers.get(node);
    if (known) return known;
    answers.set(node, []);
    const found = compute();
    answers.set(node, found);
    return found;
  };

  /** The interface, type or abstract class that a name stands for, through imports and barrels. */
  const contractOf = (file: FileModel, name: ts.Identifier): Ref | undefined => {
    const binding = bindingOf(file, name);
    if (!binding) return undefined;
    if (binding.kind === 'type' || binding.kind === 'class') return { node: binding.declaration, file };
    const from = binding.kind === 'import' ? importedName(binding.declaration) : undefined;
    const target = from && project.imported(file, from.specifier);
    return target && offered(target, from.name, 0);
  };

  const offered = (file: FileModel, name: string, depth: number): Ref | undefined => {
    for (const statement of file.sourceFile.statements) {
      if (
        (ts.isInterfaceDeclaration(statement) ||
          ts.isTypeAliasDeclaration(statement) ||
          ts.isClassDeclaration(statement)) &&
        (statement.name?.text === name || (name === 'default' && hasModifier(statement, ts.SyntaxKind.DefaultKeyword)))
      )
        return { node: statement, file };
    }
    if (depth > 3) return undefined;
    const entry = file.exports.get(name);
    if (entry?.kind === 'local') return ts.isIdentifier(entry.node) ? contractOf(file, entry.node) : undefined;
    for (const specifier of entry ? [entry.specifier] : file.starExports) {
      const next = project.imported(file, specifier);
      const found = next && offered(next, entry?.name ?? name, depth + 1);
      if (found) return found;
    }
    return undefined;
  };

  const implementer = (file: FileModel, type: ts.TypeNode): ClassRef | undefined => {
    if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return undefined;
    const contract = contractOf(file, type.typeName);
    if (!contract) return undefined;
    const { node } = contract;
    if (ts.isClassLike(node) && !hasModifier(node, ts.SyntaxKind.AbstractKeyword)) return undefined;
    const { name } = node as ts.InterfaceDeclaration;
    const files = near(contract.file, name.text);
    const found = kept('implementers', node, () =>
      files.flatMap((other) =>
        other.classes
          .filter((cls) =>
            cls.heritageClauses?.some(({ types }) =>
              types.some(
                ({ expression }) =>
                  ts.isIdentifier(expression) && contractOf(other, expression)?.node === node && cls !== node,
              ),
            ),
          )
          .map((cls): ClassRef => ({ node: cls, file: other })),
      ),
    );
    return found.length === 1 ? found[0] : undefined;
  };

  const constructions = (file: FileModel, cls: ts.ClassLikeDeclaration): readonly Ref<ts.NewExpression>[] => {
    const { name } = cls;
    if (!name) return [];
    const files = near(file, `new ${name.text}(`);
    const found = kept('constructions', cls, () =>
      files.flatMap((other) =>
        other.calls
          .filter(
            (call): call is ts.NewExpression =>
              ts.isNewExpression(call) &&
              ts.isIdentifier(call.expression) &&
              call.expression.text === name.text &&
              classOf({ node: call.expression, file: other })?.node === cls,
          )
          .map((node) => ({ node, file: other })),
      ),
    );
    return found.length <= MAX_CONSTRUCTIONS ? found : [];
  };

  const handed = (file: FileModel, name: string): readonly Ref<ts.Expression>[] => {
    const key = `handed\0${project.modules.projectRootOf(file.path)}`;
    let files = project.projectMemo.get(key) as readonly FileModel[] | undefined;
    if (!files) {
      files = [...new Set(['.decorate(', '.derive(', '.resolve(', '.set('].flatMap((text) => near(file, text)))];
      files = files.filter((other) => handedBy(other).size > 0);
      project.projectMemo.set(key, files);
    }
    return files.flatMap((other) => {
      const found = handedBy(other).get(name) ?? [];
      if (found.length && other !== file) project.lookedAt(file, other.path);
      return found.map((node) => ({ node, file: other }));
    });
  };

  return { implementer, constructions, handed };
}

const handedMemo = new WeakMap<FileModel, ReadonlyMap<string, readonly ts.Expression[]>>();

/** What a file puts under which name for handlers. */
function handedBy(file: FileModel): ReadonlyMap<string, readonly ts.Expression[]> {
  const known = handedMemo.get(file);
  if (known) return known;
  const names = new Map<string, ts.Expression[]>();
  const add = (name: string | undefined, value: ts.Node | undefined): void => {
    if (name !== undefined && value && ts.isExpression(value)) names.set(name, [...(names.get(name) ?? []), value]);
  };
  for (const call of file.calls) {
    const member = ts.isCallExpression(call) ? memberOf(unwrap(call.expression)) : undefined;
    if (!member || !/^(?:decorate|decorateRequest|derive|resolve|set)$/.test(member.name)) continue;
    const [first, second] = (call as ts.CallExpression).arguments;
    const name = stringValue(first);
    if (name !== undefined) add(name, second);
    else if (first && member.name !== 'set') {
      const given = unwrap(first);
      const made = ts.isArrowFunction(given) || ts.isFunctionExpression(given) ? objectOf(given) : given;
      for (const property of made && ts.isObjectLiteralExpression(made) ? made.properties : []) {
        if (ts.isPropertyAssignment(property)) add(propertyName(property.name), property.initializer);
        else if (ts.isShorthandPropertyAssignment(property)) add(property.name.text, property.name);
      }
    }
  }
  handedMemo.set(file, names);
  return names;
}

/** The object that a function gives in one step or at its end. */
function objectOf({ body }: ts.ArrowFunction | ts.FunctionExpression): ts.Expression | undefined {
  if (!ts.isBlock(body)) return unwrap(body) as ts.Expression;
  const last = body.statements[body.statements.length - 1];
  return last && ts.isReturnStatement(last) && last.expression ? (unwrap(last.expression) as ts.Expression) : undefined;
}
