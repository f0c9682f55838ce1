import type { FileContext } from '../../../core/context';
import { isEquality } from '../../../core/conditions';
import { isHashName } from '../../../core/roles';
import { defineRule } from '../../../core/rule';
import {
  argumentsOf,
  calleeName,
  isFunctionNode,
  memberOf,
  propertyOf,
  stringValue,
  textOf,
  ts,
  unwrap,
} from '../../../core/syntax';
import type { Ref } from '../../../core/values';
import { constantTimeCompareFix } from '../../_shared/compare-fix';
import { isEnvironmentSecret } from '../../_shared/environment';

export default defineRule<ts.BinaryExpression>({
  id: 'no-timing-unsafe-compare',
  family: 'passwords',
  severity: 'information',
  stage: 'stable',
  precision: 'high',
  cwe: 208,
  frameworks: 'all',
  fixable: 'suggested',
  docs: {
    what: 'A password hash, a keyed digest or a shared secret is compared with === or !==.',
    why: 'String comparison stops at the first difference. With many requests, the time it takes can tell how much of a guess was right; a secret that is missing from the environment may even equal what was sent.',
    how: 'Compare bytes with crypto.timingSafeEqual (after a length check) or constantTimeEqual of @oslojs/crypto/subtle.',
    limits:
      "OAuth state, ids, CSRF double-submit tokens and one-time codes with an expiry are left alone, as in Lucia's own guides.",
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 11.2.4',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x20-V11-Cryptography.md',
    },
    { title: 'Node.js: crypto.timingSafeEqual', url: 'https://nodejs.org/api/crypto.html#cryptotimingsafeequala-b' },
  ],
  messages: {
    hash: '`{what}` compares hashes in a time that depends on them; use a constant-time comparison.',
    secret: '`{what}` compares a shared secret in a time that depends on it; use a constant-time comparison.',
  },
  words: ['===', '!==', '==', '!='],
  check(context, report) {
    for (const binary of context.file.binaries) {
      if (!isEquality(binary.operatorToken.kind)) continue;
      const sides = [binary.left, binary.right].map((side) => context.ref(side));
      if (sides.some((side) => isConstant(side.node) || isLength(side.node))) continue;
      const data = { what: textOf(binary).replace(/\s+/g, ' ').slice(0, 50) };
      if (sides.some((side) => isDerived(context, side))) {
        report({ at: binary, message: 'hash', data, severity: 'warning', state: binary });
      } else if (sides.some((side, at) => isTokenDigest(context, side, 0) && isSecret(context, sides[1 - at]!))) {
        report({ at: binary, message: 'hash', data, state: binary });
      } else if (
        sides.some((side) => isEnvironmentSecret(context, side)) &&
        sides.some((side) => isFromRequest(context, side))
      ) {
        report({ at: binary, message: 'secret', data, state: binary });
      }
    }
  },
  fixes: (binary, context) => constantTimeCompareFix(context, binary),
});

/** The length of a hash is no secret. */
function isLength(node: ts.Node): boolean {
  return /^(?:length|byteLength|size)$/.test(memberOf(unwrap(node))?.name ?? '');
}

function isConstant(node: ts.Node): boolean {
  const inner = unwrap(node);
  return (
    ts.isStringLiteralLike(inner) ||
    ts.isNumericLiteral(inner) ||
    inner.kind === ts.SyntaxKind.NullKeyword ||
    inner.kind === ts.SyntaxKind.TrueKeyword ||
    inner.kind === ts.SyntaxKind.FalseKeyword ||
    ts.isTypeOfExpression(inner) ||
    (ts.isIdentifier(inner) && inner.text === 'undefined')
  );
}

/** A key derived from a password, or a keyed digest, in whatever encoding and with whatever in front of it. */
function isDerived(context: FileContext, ref: Ref): boolean {
  return !isRowId(ref) && holdsDerived(context, ref, 0);
}

function holdsDerived(context: FileContext, ref: Ref, depth: number): boolean {
  if (depth > 5) return false;
  return context.values.deepRoots(ref).some(({ ref: made }) => {
    const inside = (node: ts.Expression): boolean => holdsDerived(context, { ...made, node }, depth + 1);
    const { node } = made;
    // `sha256=${sign(body)}`, 'sha256=' + sign(body)
    if (ts.isTemplateExpression(node)) return node.templateSpans.some(({ expression }) => inside(expression));
    if (ts.isBinaryExpression(node))
      return node.operatorToken.kind === ts.SyntaxKind.PlusToken && (inside(node.left) || inside(node.right));
    if (ts.isNewExpression(node)) return calleeName(node) === 'Uint8Array' && (node.arguments ?? []).some(inside);
    if (!ts.isCallExpression(node)) return false;
    const call: Ref<ts.CallExpression> = { ...made, node };
    const isKey = context.ops
      .of(call)
      .some((op) => op.kind === 'hash' && (op.scheme === 'scrypt' || op.scheme === 'pbkdf2'));
    if (isKey || isKeyedDigest(context, call)) return true;
    if (ENCODERS.test(calleeName(node) ?? '') && node.arguments.some(inside)) return true;
    const member = memberOf(unwrap(node.expression));
    return member !== undefined && inside(unwrap(member.object) as ts.Expression);
  });
}

/** What writes bytes as text, or bytes as other bytes: `encodeHex(digest)`, `Buffer.from(digest)`, `btoa(…)`. */
const ENCODERS = /hex|base(?:64|32)|^(?:from|fromCharCode|String|btoa)$/i;

function isKeyedDigest(context: FileContext, call: Ref<ts.CallExpression>): boolean {
  const name = calleeName(call.node) ?? '';
  if (name === 'createHmac') return true;
  // crypto.subtle.sign('HMAC', key, data)
  const [algorithm] = call.node.arguments;
  if (name === 'sign' && algorithm) {
    const inner = unwrap(algorithm);
    const of = ts.isObjectLiteralExpression(inner) ? propertyOf(inner, 'name') : inner;
    return of !== undefined && stringValue(of) === 'HMAC';
  }
  return context.values
    .callees(call)
    .some(
      ({ external, path }) =>
        external && HMACS.test(external.module) && /^hmac/i.test(path[path.length - 1] ?? external.name),
    );
}

const HMACS = /^(?:@oslojs\/crypto\/hmac|@noble\/hashes\/hmac(?:\.js)?|crypto-js(?:\/.+)?)$/;

/** What a digest is compared with: no id of a row, as in a list of one's own sessions, and nothing that the client sends too. */
function isSecret(context: FileContext, ref: Ref): boolean {
  return !isRowId(ref) && !context.roles.isRequestInput(ref);
}

const DIGESTS = /^(?:(?:node:)?crypto|@oslojs\/crypto\/sha[123]|oslo\/crypto|@noble\/hashes\/.+)$/;

/** A plain digest of what the request holds, in whatever encoding: the hash of a reset token. */
function isTokenDigest(context: FileContext, ref: Ref, depth: number): boolean {
  if (depth > 4) return false;
  return context.values.deepRoots(ref).some((value) => {
    const { node } = value.ref;
    if (value.path.length || !ts.isCallExpression(node)) return false;
    const isDigest = context.values
      .callees({ ...value.ref, node })
      .some(({ external }) => external && DIGESTS.test(external.module) && /sha|digest/i.test(external.name));
    if (isDigest) return node.arguments.some((part) => digests(context, { ...value.ref, node: part }, 0));
    if (/^(?:digest|toString)$/.test(calleeName(node) ?? '')) {
      if (isHashOfInput(context, { ...value.ref, node })) return true;
      // digestOf(token).toString('hex')
      const bytes = calleeName(node) === 'toString' ? memberOf(unwrap(node.expression))?.object : undefined;
      return !!bytes && isTokenDigest(context, { ...value.ref, node: bytes }, depth + 1);
    }
    return node.arguments.some((part) => isTokenDigest(context, { ...value.ref, node: part }, depth + 1));
  });
}

/** `createHash('sha256').update(token).digest('hex')`. */
function isHashOfInput(context: FileContext, ref: Ref<ts.CallExpression>): boolean {
  let object = memberOf(unwrap(ref.node.expression))?.object;
  let isInput = false;
  while (object && ts.isCallExpression(unwrap(object))) {
    const call = unwrap(object) as ts.CallExpression;
    const name = calleeName(call);
    if (name === 'createHash') return isInput;
    if (name === 'update') isInput ||= call.arguments.some((part) => digests(context, { ...ref, node: part }, 0));
    object = memberOf(unwrap(call.expression))?.object;
  }
  return false;
}

/** Whether request input goes into a digest, as text or as bytes. */
function digests(context: FileContext, ref: Ref, depth: number): boolean {
  if (context.roles.isRequestInput(ref) || isHandedInput(context, ref)) return true;
  return (
    depth < 3 &&
    context.values
      .deepRoots(ref)
      .some(
        ({ ref: root, path }) =>
          !path.length &&
          ts.isCallExpression(root.node) &&
          root.node.arguments.some((part) => digests(context, { ...root, node: part }, depth + 1)),
      )
  );
}

/** A parameter that some caller gives what the request holds. */
function isHandedInput(context: FileContext, ref: Ref): boolean {
  return context.values.roots(ref).some(({ ref: { node, file }, path }) => {
    const fn = node.parent as ts.Node | undefined;
    if (path.length || !ts.isParameter(node) || !fn || !isFunctionNode(fn)) return false;
    const index = fn.parameters.indexOf(node);
    return context.roles.callersOf({ node: fn, file }).some((call) => {
      const given = argumentsOf(call.node)[index];
      return !!given && context.roles.isRequestInput({ ...call, node: given });
    });
  });
}

function isRowId(ref: Ref): boolean {
  const member = memberOf(unwrap(ref.node));
  return member?.name === 'id' || (member !== undefined && !isHashName(member.name) && /id$/i.test(member.name));
}

function isFromRequest(context: FileContext, ref: Ref, depth = 0): boolean {
  if (context.roles.isRequestInput(ref)) return true;
  return context.values
    .deepRoots(ref)
    .some(
      (value) =>
        value.path.includes('headers') ||
        context.roles.requestHeader(value) !== undefined ||
        (depth < 3 && isPartOf(context, value.ref, depth)) ||
        (ts.isCallExpression(value.ref.node) &&
          /^(?:get|header|getHeader|getRequestHeader)$/.test(calleeName(value.ref.node) ?? '') &&
          /header/i.test(value.ref.node.getText())),
    );
}

/** `header.split(' ')[1]`, `header.slice(7)`: a part of what the request says. */
function isPartOf(context: FileContext, ref: Ref, depth: number): boolean {
  if (!ts.isCallExpression(ref.node)) return false;
  const member = memberOf(unwrap(ref.node.expression));
  return (
    !!member &&
    /^(?:split|slice|substring|substr|replace|trim|toString)$/.test(member.name) &&
    isFromRequest(context, { ...ref, node: member.object }, depth + 1)
  );
}
