import { inFile, replaceNode } from '../../../core/edit';
import type { DatabaseOp } from '../../../core/database';
import type { FileContext } from '../../../core/context';
import { isHashName, isPasswordName } from '../../../core/roles';
import { defineRule } from '../../../core/rule';
import { enclosingFunction, memberOf, propertyName, ts, unwrap, wrapped } from '../../../core/syntax';
import { sameRoot } from '../../../core/values';
import type { Ref } from '../../../core/values';
import { parseBcrypt, parsePhc, parseScrypt } from '../../_shared/hashes';

interface State {
  /** The text that is stored instead of null. */
  readonly literal: ts.Node;
}

export default defineRule<State>({
  id: 'no-empty-password-hash',
  family: 'passwords',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 287,
  frameworks: 'all',
  fixable: 'suggested',
  docs: {
    what: "An empty string or another literal that is no hash is stored as somebody's password hash, or an empty one is verified against.",
    why: 'verify() throws on it: the login answers 500 for every account that has no password, which tells such accounts apart and can end an Express 4 process.',
    how: 'Make the column nullable, store null for accounts without a password, and test for it after the verify.',
    limits: 'Only literals in the code are seen. Seeds and tests are left alone.',
  },
  sources: [
    {
      title: 'OWASP Authentication Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html',
    },
  ],
  messages: {
    empty: "`{name}` is stored as an empty string, and verify('') throws; store null for accounts without a password.",
    verified:
      "verify('') throws or answers at once: accounts without a hash answer otherwise. Verify against a dummy hash.",
    literal: '`{name}` is stored as a text that is no password hash; store null for accounts without a password.',
  },
  words: ['pass', 'Pass', 'hash', 'Hash', 'verify', 'Verify', 'compare'],
  check(context, report) {
    if (context.frameworks.isAuxiliary(context.path)) return;
    const reported = new Set<ts.Node>();
    for (const owner of context.roles.owners(context.file)) {
      for (const { op, at } of context.ops.sites(owner)) {
        // What a package that is not known does with an empty one cannot be told.
        if (op.kind === 'verify' && op.hash && op.scheme !== 'unknown') {
          for (const value of context.values.deepRoots(op.hash)) {
            const { node, file } = value.ref;
            if (file !== context.file || reported.has(node) || value.path.length) continue;
            if (!ts.isStringLiteralLike(node) || node.text !== '' || isPutLater(node, at)) continue;
            if (isNeverTaken(context, value.ref)) continue;
            reported.add(node);
            report({
              at: node,
              message: 'verified',
              related: [context.related(op.call, 'It is verified against here.')],
            });
          }
        }
        if (op.kind !== 'database' || (op.verb !== 'insert' && op.verb !== 'update')) continue;
        for (const { name, ref } of columnsOf(context, op)) {
          const constant = constantOf(context, ref);
          if (!constant || ref.file !== context.file) continue;
          const { text } = constant;
          // A name for it in the same function says it as well as the literal would.
          const isHere = constant.getSourceFile() === ref.node.getSourceFile();
          const value = isHere && enclosingFunction(constant) === enclosingFunction(ref.node) ? constant : ref.node;
          if (reported.has(value)) continue;
          if (text !== '' && isHash(text)) continue;
          reported.add(value);
          report({ at: value, message: text === '' ? 'empty' : 'literal', data: { name }, state: { literal: value } });
        }
      }
    }
  },
  fixes: ({ literal }, context) => [
    { title: 'Store null', kind: 'suggested', edits: () => inFile(context.file, replaceNode(literal, 'null')) },
  ],
});

/** `account.hash = ''` once the hash was verified: it empties the object that goes out. */
function isPutLater(literal: ts.Node, verify: ts.Node): boolean {
  const { parent } = literal;
  const fn = enclosingFunction(literal);
  if (!ts.isBinaryExpression(parent) || parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return false;
  if (!fn || parent.pos < verify.end || enclosingFunction(verify) !== fn) return false;
  // In a loop it comes before the next one.
  for (let current: ts.Node = parent; current !== fn; current = current.parent)
    if (ts.isIterationStatement(current, false)) return false;
  return true;
}

/** `hash ?? ''` where it is known that there is a hash. */
function isNeverTaken(context: FileContext, literal: Ref): boolean {
  const { parent } = wrapped(literal.node);
  if (!ts.isBinaryExpression(parent) || !/^(?:\?\?|\|\|)$/.test(parent.operatorToken.getText())) return false;
  const wanted = context.values.roots({ ...literal, node: parent.left });
  return context.conditions.known(literal).some((fact) => {
    const test = unwrap(fact.ref.node);
    // `hash?.startsWith('$')`
    const asked = ts.isCallExpression(test) && fact.truth ? memberOf(unwrap(test.expression))?.object : undefined;
    const known = asked ? context.values.roots({ ...fact.ref, node: asked }) : undefined;
    const present = context.roles.missing(fact);
    return [...(known ?? []), ...(present?.missing === false ? present.values : [])].some((value) =>
      wanted.some((other) => sameRoot(value, other) && value.path.join('.') === other.path.join('.')),
    );
  });
}

function isHash(text: string): boolean {
  return typeof parsePhc(text) !== 'string' || typeof parseBcrypt(text) !== 'string' || parseScrypt(text) === true;
}

/** The literal that an expression stands for, whatever the code does before. */
function constantOf(context: FileContext, ref: Ref): ts.StringLiteralLike | undefined {
  const roots = context.values.roots(ref);
  const [first] = roots;
  if (!first || roots.length > 1 || first.path.length || !ts.isStringLiteralLike(first.ref.node)) return undefined;
  return first.ref.node;
}

/** What is written into columns for password hashes. */
function columnsOf(context: FileContext, op: DatabaseOp): readonly { name: string; ref: Ref }[] {
  const found: { name: string; ref: Ref }[] = [];
  if (op.sql !== undefined) {
    const columns = /insert\s+into\s+\S+\s*\(([^)]*)\)/i
      .exec(op.sql)?.[1]
      ?.split(',')
      .map((column) => column.trim().replace(/["'`]/g, ''));
    op.data.forEach((data, index) => {
      const name = columns?.[index];
      if (name !== undefined && isHashName(name)) found.push({ name, ref: { ...data, node: unwrap(data.node) } });
    });
  }
  const visit = (ref: Ref, depth: number): void => {
    const inner = unwrap(ref.node);
    const at = (node: ts.Node): Ref => ({ ...ref, node });
    if (ts.isArrayLiteralExpression(inner)) inner.elements.forEach((element) => visit(at(element), depth));
    else if (ts.isObjectLiteralExpression(inner)) {
      for (const property of inner.properties) {
        if (ts.isSpreadAssignment(property)) visit(at(property.expression), depth);
        if (!ts.isPropertyAssignment(property)) continue;
        const name = propertyName(property.name);
        const value = unwrap(property.initializer);
        if (name === undefined) continue;
        if (ts.isObjectLiteralExpression(value) && depth < 3) visit(at(value), depth + 1);
        else if (isHashName(name) || (isPasswordName(name) && isConstantPassword(context, op, at(value))))
          found.push({ name, ref: at(value) });
      }
    } else if (ts.isIdentifier(inner) || ts.isCallExpression(inner)) {
      for (const value of context.values.deepRoots(at(inner)))
        if (ts.isObjectLiteralExpression(value.ref.node) && !value.path.length && depth < 3)
          visit(value.ref, depth + 1);
    }
  };
  // In SQL an object holds the values of named parameters: `VALUES (@id, @password_hash)`.
  for (const data of op.data) visit(data, 0);
  return found;
}

/** A constant in a user's column for the password: nothing, or a text that verify() cannot read. Hooks of Mongoose may hash it yet. */
function isConstantPassword(context: FileContext, { tableName }: DatabaseOp, value: Ref): boolean {
  const text = constantOf(context, value)?.text;
  if (text === undefined) return false;
  return text === '' || (/user|account|member/i.test(tableName ?? '') && context.version('mongoose') === undefined);
}
