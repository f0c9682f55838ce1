import type { FileContext } from '../../core/context';
import { bindingOf } from '../../core/model';
import type { Op, Owner } from '../../core/ops';
import {
  calleeName,
  isFunctionNode,
  memberOf,
  propertyName,
  textOf,
  ts,
  unwrap,
  walk,
  wrapped,
} from '../../core/syntax';
import type { CallLike } from '../../core/syntax';
import type { Ref } from '../../core/values';
import { isLookedUpRow } from './missing';
import { isProfile, isProviderId, isRowOf } from './oauth-profile';
import type { Callback, ProfileLookup } from './oauth-profile';

const VERIFIED = /verified|verif(?:y|ies)Email|emailVerif/i;
/** What a message to confirm an address is made of. */
const TO_VERIFY = /(?:ur[li]|link|href|path|token|template|subject|html|text)$/i;

const isFlag = (name: string): boolean => VERIFIED.test(name) && !TO_VERIFY.test(name);

/**
 * Whether the code of a callback, or of own functions that it calls, looks at a flag for verified addresses before the
 * account that was found by one is taken. A flag that is only handed on, kept or logged stops nobody.
 */
export function looksAtVerified(
  context: FileContext,
  callback: Callback,
  lookup: ProfileLookup,
  owner: Owner = callback.owner,
  depth = 0,
): boolean {
  const at = (node: ts.Node): Ref => ({ ...owner, node });
  // The profiles of several providers, each fetched in a branch of its own.
  const sources = depth
    ? []
    : context.values.roots(lookup.value).flatMap(({ ref }) => (ref.file === owner.file ? ref : []));
  const unseen = new Set(sources);
  let found = false;
  const calls: CallLike[] = [];
  const look = (node: ts.Node): boolean => {
    for (const source of unseen) if (!areApart(context, source, at(node))) unseen.delete(source);
    return (found = !unseen.size);
  };
  walk(owner.node, (node) => {
    if (found || ts.isTypeNode(node)) return false;
    if (ts.isCallExpression(node)) {
      if (context.ops.of(at(node) as Ref<CallLike>).some((op) => op.kind === 'log')) return false;
      calls.push(node);
    }
    const isOne = isLook(context, at(node)) && !isWithout(context, lookup, at(node)) && !isMark(context, at(node));
    return !(isOne && look(node));
  });
  if (found) return true;
  return (
    depth < 3 &&
    calls.some(
      (node) =>
        context.values
          .targets({ ...owner, node })
          .some(
            (target) =>
              target.node !== owner.node &&
              looksAtVerified(context, callback, lookup, target, depth + 1) &&
              !isWithout(context, lookup, at(node)),
          ) && look(node),
    )
  );
}

/** Whether two places are in branches of which only one is taken. */
function areApart(context: FileContext, one: Ref, other: Ref): boolean {
  const facts = context.conditions.known(one);
  return context.conditions
    .known(other)
    .some(({ ref, truth }) => facts.some((fact) => fact.ref.node === ref.node && fact.truth !== truth));
}

/** Whether a name or a key asks for the flag of the provider. */
function isLook(context: FileContext, ref: Ref): boolean {
  const { node } = ref;
  const { parent } = node as { parent?: ts.Node };
  if (!parent) return false;
  if (ts.isStringLiteralLike(node)) {
    // A key. In a list of names it picks what is kept; a message says nothing, and a statement speaks of own columns.
    if (ts.isArrayLiteralExpression(parent) || (ts.isPropertyAssignment(parent) && parent.name === node)) return false;
    return ts.isNoSubstitutionTemplateLiteral(node)
      ? /verified/i.test(node.text) && !/^\s*(?:select|insert|update|delete|with)\b/i.test(node.text)
      : /^\w*verified\w*$/i.test(node.text);
  }
  if (!ts.isIdentifier(node) || !isFlag(node.text)) return false;
  // z.object({ email_verified: z.literal(true) }) asks for it, any other key only names it.
  if (ts.isPropertyAssignment(parent) && parent.name === node) {
    const given = unwrap(parent.initializer);
    return ts.isCallExpression(given) && /^literal$/i.test(calleeName(given) ?? '');
  }
  if (ts.isShorthandPropertyAssignment(parent) || (isFunctionNode(parent) && parent.name === node)) return false;
  // What is declared under such a name is told by its uses.
  if (ts.isBindingElement(parent) && parent.name !== node)
    return !(ts.isIdentifier(parent.name) && isFlag(parent.name.text));
  if (
    (ts.isBindingElement(parent) || ts.isVariableDeclaration(parent) || ts.isParameter(parent)) &&
    parent.name === node
  )
    return false;
  if (isOwn(context, ref) || isFallenBackFrom(ref)) return false;
  const whole = wholeOf(node);
  // An own function is told by what it does.
  if (
    ts.isCallExpression(whole.parent) &&
    whole.parent.expression === whole &&
    context.values.targets({ ...ref, node: whole.parent }).length
  )
    return false;
  return !isHandedOn(context, { ...ref, node: whole });
}

/** `a.b.verified` for its last name. */
function wholeOf(name: ts.Node): ts.Node {
  const { parent } = name;
  const member = memberOf(parent);
  return wrapped(member && member.object !== name ? parent : name);
}

/** Whether a flag becomes one of the same name: of an object, a variable or a parameter, whose own uses tell. */
function isHandedOn(context: FileContext, ref: Ref): boolean {
  let current = ref.node;
  for (;;) {
    const { parent } = current;
    // Other forms of it: !!verified, Boolean(verified), verified ?? false, verified === true, verified ? new Date() : null
    const isForm =
      (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken) ||
      (ts.isCallExpression(parent) && calleeName(parent) === 'Boolean') ||
      (ts.isBinaryExpression(parent) && isPlain(parent.left === current ? parent.right : parent.left)) ||
      (ts.isConditionalExpression(parent) &&
        parent.condition === current &&
        isPlain(parent.whenTrue) &&
        isPlain(parent.whenFalse));
    if (!isForm) break;
    current = wrapped(parent);
  }
  const { parent } = current;
  if (ts.isPropertyAssignment(parent)) return isFlag(propertyName(parent.name) ?? '');
  if (ts.isVariableDeclaration(parent)) return ts.isIdentifier(parent.name) && isFlag(parent.name.text);
  if (!ts.isCallExpression(parent)) return false;
  const index = parent.arguments.indexOf(current as ts.Expression);
  const targets = index < 0 ? [] : context.values.targets({ ...ref, node: parent });
  return (
    targets.length > 0 &&
    targets.every(({ node }) => {
      const name = node.parameters[index]?.name;
      return !!name && ts.isIdentifier(name) && isFlag(name.text);
    })
  );
}

/** What a flag is written as: true, 0, null, new Date(). */
function isPlain(node: ts.Node): boolean {
  const inner = unwrap(node);
  return (
    inner.kind === ts.SyntaxKind.TrueKeyword ||
    inner.kind === ts.SyntaxKind.FalseKeyword ||
    inner.kind === ts.SyntaxKind.NullKeyword ||
    ts.isNumericLiteral(inner) ||
    (ts.isIdentifier(inner) && inner.text === 'undefined') ||
    (ts.isNewExpression(inner) && calleeName(inner) === 'Date')
  );
}

/** That the own record is verified, or is written down as that, does not make the provider's address so. */
function isOwn(context: FileContext, ref: Ref): boolean {
  const member = memberOf(ref.node.parent);
  if (!member || member.object === ref.node) return false;
  const isConstant = (object: ts.Node, depth: number): boolean => {
    const values = context.values.deepRoots({ ...ref, node: object }, [member.name]);
    return (
      values.length > 0 &&
      values.every(({ ref: { node, file, env }, path }) => {
        if (!path.length) return isPlain(node);
        // schema.parse({ verified: true }).verified
        const [parsed] =
          ts.isCallExpression(node) && /^(?:safeP|p)arse(?:Async)?$/.test(calleeName(node) ?? '') ? node.arguments : [];
        if (!parsed || depth > 2) return false;
        const inner = context.values.deepRoots({ node: parsed, file, env }, [member.name]);
        return inner.length > 0 && inner.every((one) => !one.path.length && isPlain(one.ref.node));
      })
    );
  };
  return (
    isConstant(member.object, 0) ||
    context.values
      .roots({ ...ref, node: member.object })
      .some(
        (value) =>
          (isLookedUpRow(context, value) && !isProfile(context, value, 0)) ||
          (!value.path.length &&
            ts.isCallExpression(value.ref.node) &&
            /table$/i.test(calleeName(value.ref.node) ?? '')),
      )
  );
}

/** Whether something happens only where there is no account with the address. */
function isWithout(context: FileContext, lookup: ProfileLookup, ref: Ref): boolean {
  const { at } = lookup.site;
  return context.conditions.known(ref).some((fact) => {
    // The variable may have held something else before.
    if (fact.ref.file !== ref.file || at.getSourceFile() !== ref.file.sourceFile || fact.ref.node.pos < at.end)
      return false;
    const test = context.roles.missing(fact);
    return !!test?.missing && test.values.some(({ ref: row }) => isRowOf(context, lookup, row));
  });
}

/** Whether the flag only decides if the own record is marked: `if (profile.verified) await markVerified(user.id)`. */
function isMark(context: FileContext, ref: Ref): boolean {
  let current = ref.node;
  while (
    !ts.isIfStatement(current.parent) &&
    (ts.isExpression(current.parent) || ts.isParenthesizedExpression(current.parent)) &&
    !isFunctionNode(current.parent)
  )
    current = current.parent;
  const { parent } = current;
  if (!ts.isIfStatement(parent) || parent.expression !== current || parent.elseStatement) return false;
  const then = ts.isBlock(parent.thenStatement) ? parent.thenStatement.statements : [parent.thenStatement];
  return then.every((statement) => {
    if (!ts.isExpressionStatement(statement)) return false;
    const done: Op[] = [];
    walk(statement, (node) => {
      if (!ts.isCallExpression(node) && !ts.isTaggedTemplateExpression(node)) return;
      const call = { ...ref, node };
      done.push(...context.ops.of(call));
      for (const target of context.values.targets(call)) done.push(...context.ops.sites(target).map(({ op }) => op));
    });
    return (
      done.some((op) => op.kind === 'database') &&
      done.every(
        (op) =>
          op.kind === 'log' ||
          (op.kind === 'database' &&
            op.verb === 'update' &&
            !op.data.some((data) => context.roles.parts(data).some((part) => isProviderId(context, part)))),
      )
    );
  });
}

/**
 * Whether the address that a search for a verified one finds gives way to any address of the same list:
 * `list.find((one) => one.verified)?.email ?? list[0].email`.
 */
function isFallenBackFrom(ref: Ref): boolean {
  let predicate: ts.Node = ref.node;
  while (!isFunctionNode(predicate)) {
    if (ts.isStatement(predicate) && !ts.isReturnStatement(predicate) && !ts.isBlock(predicate)) return false;
    if (!(predicate.parent as ts.Node | undefined)) return false;
    predicate = predicate.parent;
  }
  const search = predicate.parent;
  const member = ts.isCallExpression(search) ? memberOf(unwrap(search.expression)) : undefined;
  if (member?.name !== 'find') return false;
  const list = textOf(unwrap(member.object));
  const isAnyOf = (node: ts.Node): boolean => {
    let any = false;
    walk(node, (inner) => {
      if (any || isFunctionNode(inner)) return false;
      const element =
        ts.isElementAccessExpression(inner) && ts.isNumericLiteral(inner.argumentExpression)
          ? inner.expression
          : undefined;
      if (element && textOf(unwrap(element)) === list) any = true;
      return !any;
    });
    return any;
  };
  const givesWay = (node: ts.Node): boolean => {
    let current = node;
    for (;;) {
      const outer = wrapped(current);
      const { parent } = outer;
      if (memberOf(parent)?.object === outer) current = parent;
      else if (ts.isBinaryExpression(parent) && /^(?:\?\?|\|\|)$/.test(parent.operatorToken.getText())) {
        if (parent.left === outer && isAnyOf(parent.right)) return true;
        current = parent;
      } else if (ts.isConditionalExpression(parent)) {
        if (parent.whenFalse !== outer && isAnyOf(parent.whenFalse)) return true;
        current = parent;
      } else if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) && node === search)
        return bindingOf(ref.file, parent.name)?.uses.some((use) => use !== parent.name && givesWay(use)) ?? false;
      else return false;
    }
  };
  return givesWay(search);
}
