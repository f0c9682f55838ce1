import { replaceNode, inFile } from '../../../core/edit';
import type { PasswordOp } from '../../../core/ops';
import type { FileContext } from '../../../core/context';
import type { FileModel } from '../../../core/model';
import { defineRule } from '../../../core/rule';
import { isFunctionNode, ts, unwrap } from '../../../core/syntax';
import { memoized } from '../../../core/values';
import type { Ref } from '../../../core/values';
import { dummyHash, parseBcrypt, parsePhc, parseScrypt } from '../../_shared/hashes';
import { argon2Parameters, bcryptCost, projectHashes } from '../../_shared/parameters';

interface State {
  readonly literal: ts.StringLiteralLike;
  readonly replacement: string;
}

export default defineRule<State>({
  id: 'valid-placeholder-hash',
  family: 'passwords',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 204,
  frameworks: 'all',
  fixable: 'safe',
  docs: {
    what: 'A literal that a password is verified against is no hash that the library accepts, or one of another cost.',
    why: 'Argon2 libraries throw on a malformed hash: unknown accounts then answer 500 and known ones 401, and an Express 4 process can end. bcrypt and scrypt answer at once instead, which tells as much by timing, as does a placeholder of another cost.',
    how: 'Use a well-formed hash with the same parameters as the real ones, or hash a random value when the module loads.',
    limits:
      'Literals that reach verify() through a database, a configuration file or the environment are not seen. Parameters are compared with the hash() calls of the project whose options can be read.',
  },
  sources: [
    {
      title: 'OWASP Authentication Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html',
    },
    { title: 'PHC string format', url: 'https://github.com/P-H-C/phc-string-format/blob/master/phc-sf-spec.md' },
  ],
  messages: {
    throws:
      'This placeholder is not a valid Argon2 hash ({defect}): verify() throws and unknown accounts answer differently.',
    instant:
      'This placeholder is not a valid {scheme} hash: verifying it costs nothing, so unknown accounts answer faster.',
    cost: 'This placeholder has parameters {found} but the project hashes with {expected}: unknown accounts answer in another time.',
  },
  words: [
    'verify',
    'compare',
    'Verify',
    'Compare',
    'hash',
    'Hash',
    '$argon2',
    '$2',
    'dummy',
    'placeholder',
    'DUMMY',
    'match',
  ],
  check(context, report) {
    const seen = new Set<ts.Node>();
    const consider = (placeholder: Placeholder): void => {
      const { literal, op, text } = placeholder;
      if (seen.has(literal.node)) return;
      seen.add(literal.node);
      // An empty text is no placeholder: no-empty-password-hash speaks of it.
      const defect = text === '' ? undefined : judge(op, text);
      if (!defect) return;
      const isHere = literal.file === context.file;
      const plain = isHere && ts.isStringLiteralLike(literal.node) ? literal.node : undefined;
      report({
        at: isHere ? literal.node : (op.hash?.node ?? op.call.node),
        message: defect.message,
        data: defect.data,
        related: [
          isHere
            ? context.related(op.call, 'A password is verified against it here.')
            : context.related(literal, 'The placeholder is written here.'),
        ],
        ...(plain && defect.replacement !== undefined
          ? { state: { literal: plain, replacement: defect.replacement } }
          : {}),
      });
    };
    for (const placeholder of placeholdersOf(context, context.file)) {
      const isHere = placeholder.literal.file === context.file;
      // A literal of another file is reported there, or where this file hands it to verify() while the project is not known.
      if (isHere || (placeholder.op.hash?.file === context.file && !isKnown(context, placeholder.literal.file.path)))
        consider(placeholder);
    }
    const names = context.project.indexed() ? offeredTexts(context.file) : [];
    if (!names.length) return;
    for (const path of context.project.filesNear(context.path)) {
      if (path === context.path || !names.some((name) => context.project.mentions(path, name))) continue;
      const file = context.project.model(path);
      if (!file) continue;
      for (const placeholder of placeholdersOf(context, file))
        if (placeholder.literal.file === context.file) consider(placeholder);
    }

    function judge(
      op: PasswordOp,
      text: string,
    ): { message: string; data: Record<string, string>; replacement: string | undefined } | undefined {
      const same = projectHashes(context).filter((hash) => hash.scheme === op.scheme);
      if (op.scheme === 'argon2') {
        const sets = same.map((hash) => argon2Parameters(context, hash)).filter((set) => set !== undefined);
        const parsed = parsePhc(text, op.library);
        if (typeof parsed === 'string') {
          const stated = /\bm=(\d+),t=(\d+),p=(\d+)/.exec(text);
          const expected =
            sets[0] ??
            (stated
              ? { memory: Number(stated[1]), time: Number(stated[2]), parallelism: Number(stated[3]) }
              : undefined);
          return {
            message: 'throws',
            data: { defect: DEFECTS[parsed] ?? parsed },
            replacement: dummyHash('argon2', expected),
          };
        }
        if (!sets.length || sets.length < same.length) return undefined;
        if (
          sets.some(
            (set) => set.memory === parsed.memory && set.time === parsed.time && set.parallelism === parsed.parallelism,
          )
        )
          return undefined;
        const show = (set: { memory: number; time: number; parallelism: number }): string =>
          `m=${set.memory},t=${set.time},p=${set.parallelism}`;
        return {
          message: 'cost',
          data: { found: show(parsed), expected: show(sets[0]!) },
          replacement: dummyHash('argon2', sets[0]),
        };
      }
      if (op.scheme === 'bcrypt') {
        const costs = same.map((hash) => bcryptCost(context, hash)).filter((cost) => cost !== undefined);
        const parsed = parseBcrypt(text);
        const replacement = dummyHash('bcrypt', costs[0] === undefined ? {} : { cost: costs[0] });
        if (typeof parsed === 'string') return { message: 'instant', data: { scheme: 'bcrypt' }, replacement };
        if (!costs.length || costs.length < same.length || costs.includes(parsed.cost)) return undefined;
        return { message: 'cost', data: { found: `cost ${parsed.cost}`, expected: `cost ${costs[0]}` }, replacement };
      }
      if (op.scheme === 'scrypt' && (op.library === 'lucia' || op.library === 'oslo/password')) {
        const parsed = parseScrypt(text);
        return parsed === true
          ? undefined
          : { message: 'instant', data: { scheme: 'scrypt' }, replacement: dummyHash('scrypt') };
      }
      return undefined;
    }
  },
  fixes: ({ literal, replacement }, context) => [
    {
      title: 'Replace it by a valid hash with the same parameters',
      kind: 'safe',
      edits: () => {
        const quote = literal.getText(context.file.sourceFile)[0] ?? context.style().quote;
        return inFile(context.file, replaceNode(literal, `${quote}${replacement}${quote}`));
      },
    },
  ],
});

interface Placeholder {
  readonly literal: Ref;
  readonly text: string;
  readonly op: PasswordOp;
}

/** A text as only hashes are, wherever it stands. */
const HASH_TEXT = /^\$(?:argon2|2[abxy]?\$|scrypt)|^[\da-f]{32,}:/;

/** The names under which other files can get at a text of this one: constants, and whatever holds the text of a hash. */
function offeredTexts(file: FileModel): readonly string[] {
  return memoized(file, file.sourceFile, 'offeredTexts', () => {
    const names: string[] = [];
    for (const [name, entry] of file.exports) {
      if (entry.kind !== 'local') continue;
      const declaration = ts.isIdentifier(entry.node) ? file.bindings.get(entry.node)?.declaration : undefined;
      // Whoever imports a default export names the file.
      if (holdsText(declaration ?? entry.node, true))
        names.push(name === 'default' || name === 'export=' ? fileNameOf(file.path) : name);
    }
    return names;
  });
}

function holdsText(node: ts.Node, isConstant: boolean): boolean {
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) return isConstant || HASH_TEXT.test(node.text);
  const isStill = isConstant && !isFunctionNode(node) && !ts.isCallExpression(node) && !ts.isNewExpression(node);
  return ts.forEachChild(node, (child) => holdsText(child, isStill) || undefined) ?? false;
}

/** The last part of a path that an import would name: `dummy` of `lib/dummy.ts` and of `lib/dummy/index.ts`. */
function fileNameOf(path: string): string {
  return /([^/]+?)(?:\/index)?\.[^/]*$/.exec(path)?.[1] ?? path;
}

function isKnown(context: FileContext, path: string): boolean {
  return context.project.indexed() && context.project.filesNear(context.path).includes(path);
}

/** The constant texts that a file's code hands to a password verification, itself or through helpers. */
function placeholdersOf(context: FileContext, file: FileModel): readonly Placeholder[] {
  return memoized(file, file.sourceFile, 'placeholders', () => {
    const found: Placeholder[] = [];
    for (const owner of context.roles.owners(file)) {
      for (const { op } of context.ops.sites(owner)) {
        if (op.kind !== 'verify' || !op.hash) continue;
        for (const value of context.values.deepRoots(op.hash)) {
          if (value.path.length || value.external) continue;
          const text = constantText(context, value.ref);
          if (text !== undefined && !found.some((other) => other.literal.node === value.ref.node))
            found.push({ literal: value.ref, text, op });
        }
      }
    }
    return found;
  });
}

/** The text of a literal, or of a template or sum whose parts are all constant. */
function constantText(context: FileContext, ref: Ref, depth = 0): string | undefined {
  const node = unwrap(ref.node);
  if (ts.isStringLiteralLike(node)) return node.text;
  const part = (inner: ts.Node): string | undefined => {
    if (depth > 4) return undefined;
    const texts = context.values
      .roots({ ...ref, node: inner })
      .map((value) => (value.path.length ? undefined : constantText(context, value.ref, depth + 1)));
    return texts.length === 1 ? texts[0] : undefined;
  };
  if (ts.isTemplateExpression(node)) {
    let text = node.head.text;
    for (const span of node.templateSpans) {
      const inner = ts.isNumericLiteral(unwrap(span.expression)) ? span.expression.getText() : part(span.expression);
      if (inner === undefined) return undefined;
      text += inner + span.literal.text;
    }
    return text;
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const left = part(node.left);
    const right = part(node.right);
    return left === undefined || right === undefined ? undefined : left + right;
  }
  return undefined;
}

const DEFECTS: Readonly<Record<string, string>> = {
  empty: 'it is empty',
  shape: 'not a PHC string',
  version: 'not version 19',
  parameters: 'impossible parameters',
  base64: 'not canonical base64',
  short: 'salt or output too short',
};
