import type { FileContext } from '../../core/context';
import { contextOf } from '../../core/context';
import { freshName, insertAfter, insertAt, replaceNode } from '../../core/edit';
import { exportNamesOf } from '../../core/model';
import type { FileModel } from '../../core/model';
import type { Fix } from '../../core/rule';
import {
  enclosingFunction,
  isFunctionNode,
  isInside,
  memberOf,
  statementOf,
  stringValue,
  textOf,
  ts,
  unwrap,
  walk,
} from '../../core/syntax';
import type { FileEdit, TextEdit } from '../../core/text';
import type { Ref } from '../../core/values';
import { providerOf } from './arctic';
import { dropUnusedImports } from './imports';
import { importOf } from './insert-fix';
import { generatorKind, stateCookies } from './oauth-cookies';

/** A call of a provider's client that goes without the code verifier of this sign-in. */
export interface VerifierGap {
  readonly kind: 'start' | 'callback' | 'unchecked';
  readonly call: ts.CallExpression;
  readonly provider: string;
}

/** Makes, keeps, reads and checks the verifier in the way in which the code treats the state. */
export function verifierFix(gap: VerifierGap, context: FileContext): readonly Fix[] {
  if (isSilenced(context, gap.call)) return [];
  if (gap.kind === 'unchecked') {
    const edit = presenceCheck(context, gap.call);
    if (!edit) return [];
    const edits = [{ path: context.path, edits: [edit] }];
    return [{ title: 'Refuse requests without the code verifier', kind: 'suggested', edits: () => edits }];
  }
  const known = gap.kind === 'callback' ? verifierInScope(context, gap.call) : undefined;
  const edits = known
    ? [{ path: context.path, edits: [giveVerifier(gap.call, known), ...unusedImports(context, gap.call)] }]
    : bothSides(context, gap.provider);
  if (!edits?.length) return [];
  const title = known ? `Give ${known} to the exchange` : 'Keep a code verifier for each sign-in, as the state is kept';
  return [{ title, kind: 'suggested', edits: () => edits }];
}

/** The import of what made a verifier in the place of the kept one. */
function unusedImports(context: FileContext, { arguments: [, second] }: ts.CallExpression): readonly TextEdit[] {
  return second ? dropUnusedImports(context.file, [{ start: second.getStart(), end: second.end }]) : [];
}

/** A type error that is expected would be missed. */
function isSilenced(context: FileContext, call: ts.Node): boolean {
  const statement = statementOf(call);
  return (
    !statement || /@ts-(?:expect-error|ignore)/.test(context.file.text.slice(statement.getFullStart(), call.getStart()))
  );
}

/** Puts a verifier second, in the place of nothing, of another value, or before what should stand third. */
function giveVerifier(call: ts.CallExpression, name: string): TextEdit {
  const [first, second] = call.arguments;
  if (!second) return insertAt(first!.end, `, ${name}`);
  const inner = unwrap(second);
  return ts.isArrayLiteralExpression(inner) || ts.isObjectLiteralExpression(inner)
    ? insertAt(second.getStart(), `${name}, `)
    : replaceNode(second, name);
}

/** A variable that holds the cookie of the verifier where the code is exchanged. */
function verifierInScope(context: FileContext, call: ts.CallExpression): string | undefined {
  const fn = enclosingFunction(call);
  for (const [identifier, binding] of context.file.bindings) {
    if (binding.identifier !== identifier || identifier.pos > call.pos || !/verif/i.test(identifier.text)) continue;
    if (enclosingFunction(identifier) !== fn) continue;
    const roots = context.values.roots(context.ref(identifier));
    if (roots.length && roots.every((root) => context.roles.cookieRead(root))) return identifier.text;
  }
  return undefined;
}

/** The sign-in's start and its callback, where the project has one of each for the provider. */
function bothSides(context: FileContext, provider: string): readonly FileEdit[] | undefined {
  const starts: Ref<ts.CallExpression>[] = [];
  const exchanges: Ref<ts.CallExpression>[] = [];
  for (const path of new Set([context.path, ...context.project.filesNear(context.path)])) {
    if (!/createAuthorizationURL|validateAuthorizationCode/.test(context.project.text(path) ?? '')) continue;
    const file = path === context.path ? context.file : context.project.model(path);
    for (const node of file?.calls ?? []) {
      if (!ts.isCallExpression(node) || providerOf(context, { node, file: file! }) !== provider) continue;
      for (const { kind } of context.ops.of({ node, file: file! })) {
        if (kind === 'authorize') starts.push({ node, file: file! });
        if (kind === 'exchange') exchanges.push({ node, file: file! });
      }
    }
  }
  const [start] = starts;
  const [exchange] = exchanges;
  if (!start || !exchange || starts.length !== 1 || exchanges.length !== 1) return undefined;
  if ([start, exchange].some(({ node, file }) => isSilenced(contextOf(context, file), node))) return undefined;
  const state = stateCookies(context).find(
    (cookie) => cookie.kind === 'state' && isInside(start.node, cookie.owner.node) && cookie.owner.file === start.file,
  );
  if (state?.name === undefined || state.at.file !== start.file) return undefined;
  const kept = keptVerifier(context, start);
  const read = readVerifier(context, exchange);
  // A callback that takes the state's cookie for the verifier's has none.
  const found = read === state.name ? undefined : read;
  const name = kept ?? found ?? verifierName(state.name);
  const begin = kept
    ? []
    : startEdits(contextOf(context, start.file), start.node, state.at.node, state.source.node, state.name, name);
  const finish = found ? [] : callbackEdits(contextOf(context, exchange.file), exchange.node, state.name, name);
  if (!begin || !finish) return undefined;
  const replaced = [...(begin.length ? [start] : []), ...(finish.length ? [exchange] : [])];
  if (start.file === exchange.file)
    return [{ path: start.file.path, edits: [...begin, ...finish, ...leftOver(start.file, replaced)] }];
  return [
    { path: start.file.path, edits: begin },
    { path: exchange.file.path, edits: finish },
  ].filter(({ edits }) => edits.length > 0);
}

/** The constant that stood in for the verifier, where nothing else uses it. */
function leftOver(file: FileModel, calls: readonly Ref<ts.CallExpression>[]): readonly TextEdit[] {
  const given = calls.flatMap(({ node }) => (node.arguments[1] ? [unwrap(node.arguments[1])] : []));
  const [first] = given;
  const binding = first && ts.isIdentifier(first) ? file.bindings.get(first) : undefined;
  const statement = binding && statementOf(binding.declaration);
  if (!binding || !statement || !ts.isSourceFile(statement.parent) || !ts.isVariableStatement(statement)) return [];
  const { declarations } = statement.declarationList;
  const isFree =
    declarations.length === 1 &&
    binding.uses.every((use) => given.includes(use)) &&
    !exportNamesOf(file, binding.identifier).length &&
    /^\s*$/.test(file.text.slice(statement.getFullStart(), statement.getStart()));
  if (!isFree) return [];
  const end = /^[ \t]*\r?\n/.exec(file.text.slice(statement.end));
  return end ? [{ start: statement.getStart(), end: statement.end + end[0].length, newText: '' }] : [];
}

function verifierName(state: string): string {
  const name = state.replace(/state/i, (word) => (word[0] === 'S' ? 'CodeVerifier' : 'code_verifier'));
  return name === state ? `${state}_code_verifier` : name;
}

/** The name of the cookie that keeps the verifier that the start makes. */
function keptVerifier(context: FileContext, start: Ref<ts.CallExpression>): string | undefined {
  const argument = start.node.arguments[1];
  const roots = argument ? context.values.roots({ ...start, node: argument }) : [];
  if (!roots.length || !roots.every((root) => generatorKind(context, root) === 'verifier')) return undefined;
  return stateCookies(context).find(
    (cookie) => cookie.kind === 'verifier' && roots.some((root) => root.ref.node === cookie.source.node),
  )?.name;
}

/** The name of the cookie from which the callback takes the verifier. */
function readVerifier(context: FileContext, exchange: Ref<ts.CallExpression>): string | undefined {
  const argument = exchange.node.arguments[1];
  for (const root of argument ? context.values.roots({ ...exchange, node: argument }) : []) {
    const read = context.roles.cookieRead(root);
    if (read) return read.name ? stringValue(read.name.node) : root.path.at(-1);
  }
  return undefined;
}

/** Makes a verifier beside the state, and writes its cookie beside that of the state. */
function startEdits(
  context: FileContext,
  call: ts.CallExpression,
  write: ts.Node,
  made: ts.Node,
  stateName: string,
  name: string,
): readonly TextEdit[] | undefined {
  const { file } = context;
  const written = statementOf(write);
  const declared = statementOf(made);
  const declaration =
    declared && ts.isVariableStatement(declared) ? declared.declarationList.declarations[0] : undefined;
  if (!written || !ts.isExpressionStatement(written) || !declared || !declaration) return undefined;
  if (!ts.isIdentifier(declaration.name) || enclosingFunction(declared) !== enclosingFunction(call)) return undefined;
  const stateVariable = declaration.name.text;
  const variable = freshName(file, 'codeVerifier');
  const copy = copied(written, (node) => {
    if (ts.isStringLiteralLike(node) && node.text === stateName) return quoted(node, name);
    return ts.isIdentifier(node) && node.text === stateVariable && !isKey(node) ? variable : undefined;
  });
  const generator = importOf(context, 'arctic', 'generateCodeVerifier');
  if (!generator || !copy || copy.changes < 2) return undefined;
  return [
    ...(generator.edit ? [generator.edit] : []),
    insertAfter(file, declared, `const ${variable} = ${generator.text}();`),
    giveVerifier(call, variable),
    beside(context, written, copy.text),
  ];
}

/** Reads the verifier's cookie beside that of the state, refuses requests without it, and hands it on. */
function callbackEdits(
  context: FileContext,
  call: ts.CallExpression,
  stateName: string,
  name: string,
): readonly TextEdit[] | undefined {
  const { file } = context;
  const fn = enclosingFunction(call);
  const body = fn?.body && ts.isBlock(fn.body) ? fn.body : undefined;
  const variable = freshName(file, 'codeVerifier');
  for (const statement of body?.statements ?? []) {
    if (statement.pos > call.pos || !ts.isVariableStatement(statement)) continue;
    const { declarations } = statement.declarationList;
    const stored = declarations[0]?.name;
    if (declarations.length !== 1 || !stored || !ts.isIdentifier(stored)) continue;
    let isRead = false;
    const copy = copied(statement, (node) => {
      if (node === stored) return variable;
      const isName = ts.isStringLiteralLike(node)
        ? node.text === stateName
        : ts.isIdentifier(node) && node.text === stateName && isKey(node) && /^[A-Za-z_$][\w$]*$/.test(name);
      if (!isName) return undefined;
      isRead = true;
      return ts.isStringLiteralLike(node) ? quoted(node, name) : name;
    });
    if (!isRead || !copy) continue;
    const check = guardWith(body!, statement, call, (node) => ts.isIdentifier(node) && node.text === stored.text);
    if (!check) return undefined;
    return [
      beside(context, statement, copy.text),
      insertAt(check.end, ` || !${variable}`),
      giveVerifier(call, variable),
    ];
  }
  return undefined;
}

function beside(context: FileContext, statement: ts.Statement, text: string): TextEdit {
  const { lineEnd } = context.style();
  const start = context.file.text.lastIndexOf('\n', statement.getStart()) + 1;
  const indent = /^[ \t]*/.exec(context.file.text.slice(start))![0];
  return insertAt(statement.end, `${lineEnd}${indent}${text}`);
}

function isKey(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node)
  );
}

function quoted(node: ts.Node, text: string): string {
  const quote = textOf(node)[0] ?? "'";
  return `${quote}${text}${quote}`;
}

/** The text of a statement with some nodes written otherwise. */
function copied(
  statement: ts.Statement,
  rewrite: (node: ts.Node) => string | undefined,
): { readonly text: string; readonly changes: number } | undefined {
  const start = statement.getStart();
  let text = '';
  let last = start;
  let changes = 0;
  walk(statement, (node) => {
    const replacement = rewrite(node);
    if (replacement === undefined) return true;
    text += statement.getSourceFile().text.slice(last, node.getStart()) + replacement;
    last = node.end;
    changes++;
    return false;
  });
  return changes ? { text: text + statement.getSourceFile().text.slice(last, statement.end), changes } : undefined;
}

/** In `if (!a || !b || …) return …`, between two statements: the last `!x` that is asked for. */
function guardWith(
  block: ts.Block,
  after: ts.Node,
  before: ts.Node,
  isAsked: (node: ts.Node) => boolean,
): ts.Node | undefined {
  for (const statement of block.statements) {
    if (!ts.isIfStatement(statement) || statement.pos < after.pos || statement.end > before.pos) continue;
    if (!leaves(statement.thenStatement)) continue;
    const hit = negations(statement.expression).filter((node) => isAsked(unwrap(node.operand)));
    if (hit.length) return hit[hit.length - 1];
  }
  return undefined;
}

/** The `!x` among the operands of `||`. */
function negations(node: ts.Expression): readonly ts.PrefixUnaryExpression[] {
  const inner = ts.isParenthesizedExpression(node) ? node.expression : node;
  if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.BarBarToken)
    return [...negations(inner.left), ...negations(inner.right)];
  return ts.isPrefixUnaryExpression(inner) && inner.operator === ts.SyntaxKind.ExclamationToken ? [inner] : [];
}

function leaves(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements[statement.statements.length - 1] : statement;
  return (
    !!last &&
    (ts.isReturnStatement(last) ||
      ts.isThrowStatement(last) ||
      (ts.isExpressionStatement(last) && ts.isCallExpression(last.expression) && !memberOf(last.expression.expression)))
  );
}

/** Asks for the verifier where the code asks for what else must be there. */
function presenceCheck(context: FileContext, call: ts.CallExpression): TextEdit | undefined {
  const argument = call.arguments[1];
  const verifier = argument && unwrap(argument);
  const statement = statementOf(call);
  if (!verifier || !ts.isIdentifier(verifier) || !statement || !ts.isBlock(statement.parent)) return undefined;
  const declaration = context.file.bindings.get(verifier)?.declaration;
  if (!declaration || isFunctionNode(declaration) || enclosingFunction(declaration) !== enclosingFunction(call))
    return undefined;
  const check = guardWith(statement.parent, declaration, statement, () => true);
  return check && insertAt(check.end, ` || !${verifier.text}`);
}
