import { isFunctionNode, propertyName, ts } from './syntax';
import type { FunctionNode } from './syntax';

export type BindingKind = 'import' | 'const' | 'let' | 'param' | 'function' | 'class' | 'catch' | 'type';

/** One declared name of a file. */
export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  /** The declaring node: VariableDeclaration, BindingElement, Parameter, ImportSpecifier, FunctionDeclaration, … */
  readonly declaration: ts.Node;
  readonly identifier: ts.Identifier;
  /** Every use of the name, writes included. */
  readonly uses: ts.Identifier[];
  /** The right-hand sides of assignments after the declaration. */
  readonly assigned: ts.Expression[];
  /** Assignments to it in a pattern, with what the pattern takes: `[row] = rows`, `({ user } = found)`. */
  readonly assignedParts: { readonly value: ts.Expression; readonly path: readonly string[] }[];
}

interface Scope {
  readonly parent: Scope | undefined;
  readonly node: ts.Node;
  readonly names: Map<string, Binding>;
  /** var and function declarations go to the nearest function or file. */
  readonly hoists: boolean;
}

/** What one walk over a file collects. Nothing here depends on other files. */
export interface Bound {
  /** Declared and used identifiers to their binding. A used name without binding is global (or auto-imported). */
  readonly bindings: ReadonlyMap<ts.Identifier, Binding>;
  /** Used names that nothing in the file declares. */
  readonly free: readonly ts.Identifier[];
  readonly calls: readonly (ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression)[];
  readonly functions: readonly FunctionNode[];
  readonly classes: readonly ts.ClassLikeDeclaration[];
  readonly imports: readonly ts.ImportDeclaration[];
  /** Module specifiers of dynamic imports and require calls with a literal. */
  readonly dynamicImports: readonly ts.CallExpression[];
  readonly objects: readonly ts.ObjectLiteralExpression[];
  readonly modules: readonly ts.ModuleDeclaration[];
  readonly strings: readonly ts.StringLiteralLike[];
  readonly templates: readonly ts.TemplateExpression[];
  readonly binaries: readonly ts.BinaryExpression[];
  readonly members: readonly (ts.PropertyAccessExpression | ts.ElementAccessExpression)[];
  readonly ifs: readonly ts.IfStatement[];
  readonly tries: readonly ts.TryStatement[];
  /** The names of the file's outermost scope. */
  readonly top: ReadonlyMap<string, Binding>;
}

/** Binds a file: one walk declares and collects, then the collected uses are looked up. */
export function bind(sourceFile: ts.SourceFile): Bound {
  const bindings = new Map<ts.Identifier, Binding>();
  const free: ts.Identifier[] = [];
  const calls: Bound['calls'][number][] = [];
  const functions: FunctionNode[] = [];
  const classes: ts.ClassLikeDeclaration[] = [];
  const imports: ts.ImportDeclaration[] = [];
  const dynamicImports: ts.CallExpression[] = [];
  const objects: ts.ObjectLiteralExpression[] = [];
  const modules: ts.ModuleDeclaration[] = [];
  const strings: ts.StringLiteralLike[] = [];
  const templates: ts.TemplateExpression[] = [];
  const binaries: ts.BinaryExpression[] = [];
  const members: Bound['members'][number][] = [];
  const ifs: ts.IfStatement[] = [];
  const tries: ts.TryStatement[] = [];
  const uses: { id: ts.Identifier; scope: Scope }[] = [];

  const declare = (scope: Scope, identifier: ts.Identifier, kind: BindingKind, declaration: ts.Node): void => {
    const existing = scope.names.get(identifier.text);
    if (existing && existing.kind !== 'type' && kind === 'type') return;
    const binding: Binding =
      existing && (kind === 'function' || kind === 'let') && existing.kind === kind
        ? existing
        : { name: identifier.text, kind, declaration, identifier, uses: [], assigned: [], assignedParts: [] };
    scope.names.set(identifier.text, binding);
    bindings.set(identifier, binding);
  };
  const hoistTarget = (scope: Scope): Scope => {
    let current = scope;
    while (!current.hoists && current.parent) current = current.parent;
    return current;
  };
  const declareName = (scope: Scope, name: ts.BindingName, kind: BindingKind, declaration: ts.Node): void => {
    if (ts.isIdentifier(name)) {
      declare(scope, name, kind, declaration);
      return;
    }
    for (const element of name.elements) {
      if (ts.isBindingElement(element)) declareName(scope, element.name, kind, element);
    }
  };
  const open = (parent: Scope | undefined, node: ts.Node, hoists: boolean): Scope => ({
    parent,
    node,
    names: new Map(),
    hoists,
  });

  const visit = (node: ts.Node, scope: Scope): void => {
    let inner = scope;
    switch (node.kind) {
      case ts.SyntaxKind.Identifier: {
        if (isUse(node as ts.Identifier)) uses.push({ id: node as ts.Identifier, scope });
        return;
      }
      case ts.SyntaxKind.ImportDeclaration: {
        const declaration = node as ts.ImportDeclaration;
        imports.push(declaration);
        const clause = declaration.importClause;
        if (clause?.name) declare(scope, clause.name, 'import', clause);
        const named = clause?.namedBindings;
        if (named && ts.isNamespaceImport(named)) declare(scope, named.name, 'import', named);
        else if (named) for (const element of named.elements) declare(scope, element.name, 'import', element);
        return;
      }
      case ts.SyntaxKind.ImportEqualsDeclaration: {
        const declaration = node as ts.ImportEqualsDeclaration;
        declare(scope, declaration.name, 'import', declaration);
        return;
      }
      case ts.SyntaxKind.VariableDeclaration: {
        const declaration = node as ts.VariableDeclaration;
        const flags = ts.isVariableDeclarationList(declaration.parent) ? declaration.parent.flags : 0;
        const isConst = (flags & ts.NodeFlags.Const) !== 0 || (flags & ts.NodeFlags.Using) !== 0;
        const isBlock = isConst || (flags & ts.NodeFlags.Let) !== 0;
        const kind = ts.isCatchClause(declaration.parent) ? 'catch' : isConst ? 'const' : 'let';
        declareName(isBlock || kind === 'catch' ? scope : hoistTarget(scope), declaration.name, kind, declaration);
        break;
      }
      case ts.SyntaxKind.Parameter:
        declareName(scope, (node as ts.ParameterDeclaration).name, 'param', node);
        break;
      case ts.SyntaxKind.FunctionDeclaration:
      case ts.SyntaxKind.FunctionExpression:
      case ts.SyntaxKind.ArrowFunction:
      case ts.SyntaxKind.MethodDeclaration:
      case ts.SyntaxKind.Constructor:
      case ts.SyntaxKind.GetAccessor:
      case ts.SyntaxKind.SetAccessor: {
        const fn = node as FunctionNode;
        functions.push(fn);
        if (ts.isFunctionDeclaration(fn) && fn.name) declare(hoistTarget(scope), fn.name, 'function', fn);
        inner = open(scope, node, true);
        if (ts.isFunctionExpression(fn) && fn.name) declare(inner, fn.name, 'function', fn);
        break;
      }
      case ts.SyntaxKind.ClassDeclaration:
      case ts.SyntaxKind.ClassExpression: {
        const cls = node as ts.ClassLikeDeclaration;
        classes.push(cls);
        if (cls.name) declare(scope, cls.name, 'class', cls);
        inner = open(scope, node, false);
        break;
      }
      case ts.SyntaxKind.ModuleDeclaration:
        modules.push(node as ts.ModuleDeclaration);
        inner = open(scope, node, true);
        break;
      case ts.SyntaxKind.EnumDeclaration:
        declare(scope, (node as ts.EnumDeclaration).name, 'class', node);
        break;
      case ts.SyntaxKind.TypeAliasDeclaration:
      case ts.SyntaxKind.InterfaceDeclaration:
        declare(scope, (node as ts.TypeAliasDeclaration | ts.InterfaceDeclaration).name, 'type', node);
        break;
      case ts.SyntaxKind.Block:
      case ts.SyntaxKind.ForStatement:
      case ts.SyntaxKind.ForInStatement:
      case ts.SyntaxKind.ForOfStatement:
      case ts.SyntaxKind.CatchClause:
      case ts.SyntaxKind.CaseBlock:
        if (!(node.kind === ts.SyntaxKind.Block && isFunctionNode(node.parent))) inner = open(scope, node, false);
        break;
      case ts.SyntaxKind.CallExpression: {
        const call = node as ts.CallExpression;
        calls.push(call);
        const first = call.arguments[0];
        const isRequire = ts.isIdentifier(call.expression) && call.expression.text === 'require';
        if (
          first &&
          ts.isStringLiteralLike(first) &&
          (isRequire || call.expression.kind === ts.SyntaxKind.ImportKeyword)
        )
          dynamicImports.push(call);
        break;
      }
      case ts.SyntaxKind.NewExpression:
      case ts.SyntaxKind.TaggedTemplateExpression:
        calls.push(node as ts.NewExpression | ts.TaggedTemplateExpression);
        break;
      case ts.SyntaxKind.ObjectLiteralExpression:
        objects.push(node as ts.ObjectLiteralExpression);
        break;
      case ts.SyntaxKind.StringLiteral:
      case ts.SyntaxKind.NoSubstitutionTemplateLiteral:
        strings.push(node as ts.StringLiteralLike);
        return;
      case ts.SyntaxKind.TemplateExpression:
        templates.push(node as ts.TemplateExpression);
        break;
      case ts.SyntaxKind.BinaryExpression:
        binaries.push(node as ts.BinaryExpression);
        break;
      case ts.SyntaxKind.PropertyAccessExpression:
      case ts.SyntaxKind.ElementAccessExpression:
        members.push(node as Bound['members'][number]);
        break;
      case ts.SyntaxKind.IfStatement:
        ifs.push(node as ts.IfStatement);
        break;
      case ts.SyntaxKind.TryStatement:
        tries.push(node as ts.TryStatement);
        break;
    }
    ts.forEachChild(node, (child) => visit(child, inner));
  };

  const root = open(undefined, sourceFile, true);
  ts.forEachChild(sourceFile, (child) => visit(child, root));

  for (const { id, scope } of uses) {
    let current: Scope | undefined = scope;
    let found: Binding | undefined;
    while (current && !(found = current.names.get(id.text))) current = current.parent;
    if (!found) {
      free.push(id);
      continue;
    }
    bindings.set(id, found);
    found.uses.push(id);
    const assigned = assignmentTo(id);
    if (assigned) found.assigned.push(assigned);
    const part = patternAssignmentTo(id);
    if (part) found.assignedParts.push(part);
  }
  return {
    bindings,
    free,
    calls,
    functions,
    classes,
    imports,
    dynamicImports,
    objects,
    modules,
    strings,
    templates,
    binaries,
    members,
    ifs,
    tries,
    top: root.names,
  };
}

/** Whether the identifier is read or written as a variable, and is not a property, label or declared name. */
function isUse(id: ts.Identifier): boolean {
  const parent = id.parent;
  switch (parent.kind) {
    case ts.SyntaxKind.PropertyAccessExpression:
      return (parent as ts.PropertyAccessExpression).expression === id;
    case ts.SyntaxKind.QualifiedName:
      return (parent as ts.QualifiedName).left === id;
    case ts.SyntaxKind.PropertyAssignment:
      return (parent as ts.PropertyAssignment).initializer === id;
    case ts.SyntaxKind.BindingElement:
      return (parent as ts.BindingElement).initializer === id;
    case ts.SyntaxKind.VariableDeclaration:
      return (parent as ts.VariableDeclaration).initializer === id;
    case ts.SyntaxKind.Parameter:
      return (parent as ts.ParameterDeclaration).initializer === id;
    case ts.SyntaxKind.PropertyDeclaration:
      return (parent as ts.PropertyDeclaration).initializer === id;
    case ts.SyntaxKind.EnumMember:
      return (parent as ts.EnumMember).initializer === id;
    case ts.SyntaxKind.ExportSpecifier: {
      const specifier = parent as ts.ExportSpecifier;
      if (specifier.parent.parent.moduleSpecifier) return false;
      return (specifier.propertyName ?? specifier.name) === id;
    }
    case ts.SyntaxKind.MethodDeclaration:
    case ts.SyntaxKind.PropertySignature:
    case ts.SyntaxKind.MethodSignature:
    case ts.SyntaxKind.GetAccessor:
    case ts.SyntaxKind.SetAccessor:
    case ts.SyntaxKind.FunctionDeclaration:
    case ts.SyntaxKind.FunctionExpression:
    case ts.SyntaxKind.ClassDeclaration:
    case ts.SyntaxKind.ClassExpression:
    case ts.SyntaxKind.InterfaceDeclaration:
    case ts.SyntaxKind.TypeAliasDeclaration:
    case ts.SyntaxKind.EnumDeclaration:
    case ts.SyntaxKind.ModuleDeclaration:
    case ts.SyntaxKind.TypeParameter:
    case ts.SyntaxKind.LabeledStatement:
    case ts.SyntaxKind.BreakStatement:
    case ts.SyntaxKind.ContinueStatement:
    case ts.SyntaxKind.JsxAttribute:
    case ts.SyntaxKind.MetaProperty:
    case ts.SyntaxKind.NamedTupleMember:
    case ts.SyntaxKind.ImportType:
    case ts.SyntaxKind.NamespaceExport:
      return false;
    default:
      return true;
  }
}

function assignmentTo(id: ts.Identifier): ts.Expression | undefined {
  const parent = id.parent;
  if (!ts.isBinaryExpression(parent) || parent.left !== id) return undefined;
  switch (parent.operatorToken.kind) {
    case ts.SyntaxKind.EqualsToken:
    case ts.SyntaxKind.BarBarEqualsToken:
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
    case ts.SyntaxKind.AmpersandAmpersandEqualsToken:
      return parent.right;
    default:
      return undefined;
  }
}

function patternAssignmentTo(id: ts.Identifier): { value: ts.Expression; path: readonly string[] } | undefined {
  const path: string[] = [];
  let target: ts.Node = id;
  for (let { parent } = target; parent; { parent } = target) {
    if (ts.isArrayLiteralExpression(parent)) path.unshift(String(parent.elements.indexOf(target as ts.Expression)));
    else if (ts.isShorthandPropertyAssignment(parent) && parent.name === target) {
      path.unshift(parent.name.text);
      parent = parent.parent;
    } else if (ts.isPropertyAssignment(parent) && parent.initializer === target) {
      const name = propertyName(parent.name);
      if (name === undefined) return undefined;
      path.unshift(name);
      parent = parent.parent;
    } else {
      return path.length &&
        ts.isBinaryExpression(parent) &&
        parent.left === target &&
        parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
        ? { value: parent.right, path }
        : undefined;
    }
    target = parent;
  }
  return undefined;
}
