import { isEquality } from '../../../core/conditions';
import type { Fact } from '../../../core/conditions';
import type { FileContext } from '../../../core/context';
import { freshName, inFile, insertAt, replaceNode } from '../../../core/edit';
import type { FlowEdge } from '../../../core/flow';
import { bindingOf } from '../../../core/model';
import type { Owner } from '../../../core/ops';
import { defineRule } from '../../../core/rule';
import type { Binding } from '../../../core/scope';
import {
  argumentsOf,
  calleeName,
  isFunctionNode,
  memberOf,
  propertyName,
  propertyOf,
  stringValue,
  textOf,
  ts,
  unwrap,
  walk,
} from '../../../core/syntax';
import { codeStyleOf, restyle } from '../../../core/text';
import { sameRoot } from '../../../core/values';
import type { Ref, Value } from '../../../core/values';
import { nameOf } from '../../_shared/cookie-flags';
import { UNKNOWN, added, saidByStart, startTest } from '../../_shared/starts';
import type { Saying, Start } from '../../_shared/starts';

interface State {
  readonly target: ts.Expression;
}

export default defineRule<State>({
  id: 'no-open-redirect',
  family: 'integrity',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 601,
  frameworks: 'all',
  fixable: 'suggested',
  docs: {
    what: 'A redirect goes to an address that the request names, without a check that it stays on this site.',
    why: "A link to your login page then ends on the attacker's copy of it: the visitor has just seen your domain and trusts the next form. A test for a leading slash alone lets `//evil.example` and `/\\evil.example` through.",
    how: 'Compare with a list of known paths, or parse the value with `new URL(value, origin)` and compare the origin; else go to a fixed path.',
    limits:
      'A value that passes through a function of another package, or a helper that returns one of several values, is taken to be checked.',
  },
  sources: [
    {
      title: 'OWASP Unvalidated Redirects and Forwards Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html',
    },
    { title: 'RFC 9700, section 4.11', url: 'https://www.rfc-editor.org/rfc/rfc9700#section-4.11' },
  ],
  messages: {
    open: 'This redirect goes wherever `{what}` of the request says; allow only known paths.',
    slash: '`{what}` is only tested for a leading slash: `//evil.example` passes and leaves the site.',
  },
  words: ['redirect', 'Redirect', 'Location', 'location', 'useRouter'],
  check(context, report) {
    const targets = context.file.calls.flatMap((call) =>
      ts.isTaggedTemplateExpression(call) ? [] : (redirectTarget(context, call) ?? []),
    );
    for (const target of [...targets, ...placesGoneTo(context)]) {
      const judged = judge(context, target, target, 0);
      if (judged)
        report({
          at: target.node,
          message: judged,
          data: { what: textOf(target.node).slice(0, 40) },
          state: { target: target.node as ts.Expression },
        });
    }
  },
  fixes: ({ target }, context) => {
    const { file } = context;
    const last = file.imports[file.imports.length - 1];
    if (file.path.endsWith('.astro') && !last) return [];
    // Where the request names the host, there is no path to keep to.
    if (/^(?:[`'"](?:[a-z]+:)?\/\/|new URL\(\s*[`'"]\/)/i.test(textOf(target))) return [];
    return [
      {
        title: 'Go only to paths of this site',
        kind: 'suggested',
        edits: () => {
          // new URL(next, request.url) stays: only what the request says is judged.
          const made = unwrap(target);
          const value =
            ts.isNewExpression(made) && calleeName(made) === 'URL' && made.arguments?.[0] ? made.arguments[0] : target;
          // Made by this fix for another redirect of the file.
          const isThere = file.text.includes('function safePath(value');
          const name = isThere ? 'safePath' : freshName(file, 'safePath');
          const style = codeStyleOf(file.text);
          const types = /\.[cm]?jsx?$/.test(file.path) ? ['', ''] : [': unknown', ': string'];
          const code = restyle(
            [
              '/** A path of this site as it is, anything else as the start page. */',
              `function ${name}(value${types[0]})${types[1]} {`,
              "  return typeof value === 'string' && /^\\/(?![/\\\\])[^\\s\\\\]*$/.test(value) ? value : '/';",
              '}',
            ].join('\n'),
            style,
          );
          const isLast = !file.path.endsWith('.astro');
          const gap = style.lineEnd + style.lineEnd;
          const end = file.text.trimEnd().length;
          return inFile(
            file,
            replaceNode(value, `${name}(${textOf(value)})`),
            isThere ? undefined : insertAt(isLast ? end : last!.end, gap + code),
          );
        },
      },
    ];
  },
});

/** The address of a redirect, in each framework's API. */
function redirectTarget(context: FileContext, call: ts.CallExpression | ts.NewExpression): Ref | undefined {
  const ref = context.ref(call);
  const name = calleeName(call) ?? '';
  const args = call.arguments ?? [];
  const at = (node: ts.Node | undefined): Ref | undefined => node && context.ref(node);
  if (ts.isNewExpression(call)) {
    // new Response(null, { status: 302, headers: { Location: url } })
    return name === 'Response' || name === 'NextResponse' ? at(locationHeader(args[1])) : undefined;
  }
  const member = memberOf(unwrap(call.expression));
  if (/^(?:redirect|permanentRedirect|sendRedirect|throwRedirect|redirectDocument)$/.test(name)) {
    const strings = args.filter((argument) => !isStatus(argument));
    if (name === 'sendRedirect') return at(strings[1] ?? strings[0]);
    if (!member) {
      const own = context.values.targets(ref).length > 0;
      return own ? undefined : at(strings[0]);
    }
    return at(strings[0]);
  }
  if (
    (name === 'setHeader' || name === 'header' || name === 'set' || name === 'append') &&
    /^location$/i.test(stringValue(args[0]) ?? '')
  )
    return at(args[1]);
  if (member && /^(?:push|replace|assign)$/.test(name)) {
    const goes = name === 'assign' ? isLocation(context, member.object) : isMovable(context, member.object, name);
    return goes ? at(args[0]) : undefined;
  }
  return undefined;
}

/** `useRouter()` of Next, which leaves the site for an address of another one, and the location of the window. */
function isMovable(context: FileContext, node: ts.Expression, method: string): boolean {
  if (method === 'replace' && isLocation(context, node)) return true;
  return context.values
    .roots(context.ref(node))
    .some(
      ({ ref, path }) =>
        !path.length &&
        ts.isCallExpression(ref.node) &&
        context.values
          .callees(ref as Ref<ts.CallExpression>)
          .some(
            ({ external }) => external?.name === 'useRouter' && /^next\/(?:navigation|router)$/.test(external.module),
          ),
    );
}

/** The location of the browser's window, not a variable of that name. */
function isLocation({ file }: FileContext, node: ts.Node): boolean {
  const inner = unwrap(node);
  const member = memberOf(inner);
  const name = member?.name === 'location' ? unwrap(member.object) : inner;
  return (
    ts.isIdentifier(name) &&
    (member ? /^(?:window|document|globalThis|self)$/ : /^location$/).test(name.text) &&
    !bindingOf(file, name)
  );
}

/** What the browser is sent to by an assignment: `window.location.href = to`. */
function placesGoneTo(context: FileContext): readonly Ref[] {
  return context.file.binaries.flatMap(({ left, right, operatorToken }) => {
    if (operatorToken.kind !== ts.SyntaxKind.EqualsToken) return [];
    const member = memberOf(unwrap(left));
    const goes = isLocation(context, member?.name === 'href' ? member.object : left);
    return goes ? [context.ref(right)] : [];
  });
}

function isStatus(node: ts.Expression): boolean {
  return ts.isNumericLiteral(unwrap(node));
}

function locationHeader(init: ts.Node | undefined): ts.Node | undefined {
  const object = init && unwrap(init);
  if (!object || !ts.isObjectLiteralExpression(object)) return undefined;
  for (const property of object.properties) {
    if (!ts.isPropertyAssignment(property)) continue;
    const key = propertyName(property.name);
    if (key && /^location$/i.test(key)) return property.initializer;
    if (key === 'headers') {
      const inner = locationHeader(property.initializer);
      if (inner) return inner;
    }
  }
  return undefined;
}

/**
 * Follows the address to where it comes from. Only a value whose start the request controls can leave the site.
 * @param site where the value is used: what is known there was tested
 * @param start what was found out of it on the way from here to where it is used
 * @param seen variables that were followed already, each where it is read
 */
function judge(
  context: FileContext,
  ref: Ref,
  site: Ref,
  depth: number,
  start: Start = UNKNOWN,
  seen: Ref[] = [],
): 'open' | 'slash' | undefined {
  const node = unwrap(ref.node);
  if (depth > 6) return undefined;
  if (ts.isTemplateExpression(node)) {
    if (node.head.text !== '')
      return /^[a-z]+:\/\/$|^\/$/i.test(node.head.text) && node.head.text !== '/'
        ? judgePart(node.templateSpans[0]!.expression)
        : undefined;
    const [first, second] = node.templateSpans;
    // `${url.protocol}//${host}`
    return (
      judgePart(first!.expression) ??
      (second && first!.literal.text === '//' ? judgePart(second.expression) : undefined)
    );
  }
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    if (operator === ts.SyntaxKind.PlusToken) {
      // 'https://' + host + '/start'
      const left = unwrap(node.left);
      return /^(?:[a-z]+:)?\/\/$/i.test(stringValue(left) ?? '') ? judgePart(node.right) : judgePart(node.left);
    }
    if (operator === ts.SyntaxKind.BarBarToken || operator === ts.SyntaxKind.QuestionQuestionToken)
      return judgePart(node.left) ?? judgePart(node.right);
    // isSafe(to) && to
    if (operator === ts.SyntaxKind.AmpersandAmpersandToken) return inBranch(unwrap(node.right));
  }
  if (ts.isConditionalExpression(node)) {
    return inBranch(unwrap(node.whenTrue)) ?? inBranch(unwrap(node.whenFalse));
  }
  if (ts.isNewExpression(node) && calleeName(node) === 'URL') {
    // new URL(value, base): an absolute value wins over the base.
    const [path, base] = node.arguments ?? [];
    const found = path && judgePart(path);
    // new URL('/start', base): where the path is only a path, the base says which site it is.
    return found ?? (base && /^(?!\w+:|\/\/)/.test(stringValue(path) ?? '//') ? judgePart(base) : undefined);
  }
  // `to = to.trim()`, `url = new URL(value); … url.href`: what the variable holds there decides.
  const method = ts.isCallExpression(node) ? memberOf(unwrap(node.expression)) : undefined;
  const whole = method ?? memberOf(node);
  if (whole && SAME_TEXT.test(whole.name) && putsInto(context, { ...ref, node: unwrap(whole.object) }).length)
    return judgePart(whole.object);
  // String(to)
  if (ts.isCallExpression(node) && calleeName(node) === 'String' && !method && node.arguments[0])
    return judgePart(node.arguments[0]);
  // to.replace(/^\/+/, '/')
  if (method && /^replace(?:All)?$/.test(method.name) && /\//.test(partsReplaced(node as ts.CallExpression)))
    return undefined;
  const used = { ...ref, node };
  // What a variable holds depends on where it is put in and where it is read.
  const puts = putsInto(context, used);
  if (puts.length) {
    // `url = url + '&page=2'`, step by step: once is enough.
    if (seen.some((other) => other.node === node && other.env === used.env)) return undefined;
    seen.push(used);
    const after = knownOf(context, used, node, site, start);
    if (!after) return undefined;
    for (const put of puts) {
      const then = onTheWay(context, put, puts, used, after);
      if (!then) continue;
      const judged = put.value
        ? judge(context, put.value, put.value, depth + 1, then, seen)
        : judgeRoots(then, (value) => !puts.some((other) => other.value && isFrom(context, value, other.value)));
      if (judged) return judged;
    }
    return undefined;
  }
  // const target = isSafe(value) ? value : '/': which value it is was decided where it is made.
  const chosen = ts.isIdentifier(node) ? choiceOf(ref, node) : undefined;
  if (chosen) {
    const after = knownOf(context, used, node, site, start);
    const made = { ...ref, node: chosen };
    return after && judge(context, made, made, depth + 1, after, seen);
  }
  // What a helper looked at before it gave the address back was looked at there.
  const asked = helperCall(ref, node);
  if (asked && isSearch(asked)) return undefined;
  const given = asked ? returnsOf(context, { ...ref, node: asked }, []) : [];
  if (given.length && depth < 4) {
    const after = knownOf(context, used, node, site, start);
    for (const returned of after ? given : []) {
      const judged = judge(context, returned, returned, depth + 2, after, seen);
      if (judged) return judged;
    }
    return undefined;
  }
  return judgeRoots(start);

  function judgePart(part: ts.Expression): 'open' | 'slash' | undefined {
    return judge(context, { ...ref, node: part }, site, depth + 1, start, seen);
  }
  function inBranch(part: ts.Node): 'open' | 'slash' | undefined {
    const branch = { ...ref, node: part };
    return judge(context, branch, branch, depth + 1, start, seen);
  }
  function judgeRoots(before: Start, isWanted?: (value: Value) => boolean): 'open' | 'slash' | undefined {
    for (const value of context.values.roots(used)) {
      if (isWanted && !isWanted(value)) continue;
      const origin = value.ref.node;
      if (
        origin !== node &&
        (ts.isTemplateExpression(origin) ||
          ts.isBinaryExpression(origin) ||
          (ts.isNewExpression(origin) && (!value.path.length || (value.path.length === 1 && value.path[0] === 'href'))))
      ) {
        // What was made of parts was looked at as a whole.
        const after = knownOf(context, used, node, site, before);
        const judged = after && judge(context, value.ref, site, depth + 1, after, seen);
        if (judged) return judged;
        continue;
      }
      const helper = ts.isCallExpression(origin) ? returnsOf(context, value.ref, value.path) : [];
      if (helper.length && depth < 4) {
        // What came out of the helper was looked at before it is used.
        const after = knownOf(context, used, node, site, before);
        for (const returned of after ? helper : []) {
          const judged = judge(context, returned, returned, depth + 2, after, seen);
          if (judged) return judged;
        }
        continue;
      }
      if (ts.isCallExpression(origin) && isCleaned(context, value.ref as Ref<ts.CallExpression>)) continue;
      const leaf: Ref = ts.isExpression(origin) && !value.path.length ? value.ref : used;
      if (
        !context.roles.isRequestInput(leaf) ||
        isOwnAddress(context, leaf) ||
        isToldByOwnCode(context, value) ||
        isOwnCookie(context, leaf, depth)
      )
        continue;
      const after = knownOf(context, leaf, node, site, before);
      if (after) return after.slash ? 'slash' : 'open';
    }
    return undefined;
  }
}

/** What is taken out of a text, between the slashes of an expression. */
function partsReplaced({ arguments: [pattern] }: ts.CallExpression): string {
  return pattern && ts.isRegularExpressionLiteral(pattern) ? pattern.text.slice(1, -1) : (stringValue(pattern) ?? '');
}

const SAME_TEXT = /^(?:href|trim|trimStart|trimEnd|toString|valueOf|toLowerCase|normalize)$/;

/** The call that an address is, or that a variable was made by. */
function helperCall(ref: Ref, node: ts.Node): ts.CallExpression | undefined {
  const binding = ts.isIdentifier(node) ? bindingOf(ref.file, node) : undefined;
  const declaration = binding?.assigned.length ? undefined : binding?.declaration;
  const isNamed = !!declaration && ts.isVariableDeclaration(declaration) && ts.isIdentifier(declaration.name);
  const made = isNamed ? declaration.initializer : node;
  const call = made && unwrap(made);
  return call && ts.isCallExpression(call) ? call : undefined;
}

/** `[wish, '/'].find((path) => isSafe(path))` */
function isSearch({ expression, arguments: [given] }: ts.CallExpression): boolean {
  return /^find(?:Last)?$/.test(memberOf(unwrap(expression))?.name ?? '') && !!given && isFunctionNode(unwrap(given));
}

/** What is put into a variable or a field, and where. */
interface Put {
  readonly at: ts.Node;
  /** Undefined for what a parameter or a pattern starts with. */
  readonly value: Ref | undefined;
  /** Whether nothing is left of what was there before. */
  readonly replaces: boolean;
  readonly owner: Owner;
}

/** The first value of a variable, or of a field of an object, and those that it is given later. None for a constant. */
function putsInto(context: FileContext, ref: Ref): readonly Put[] {
  const { node } = ref;
  const member = memberOf(node);
  const holder = member ? unwrap(member.object) : node;
  const binding = ts.isIdentifier(holder) ? bindingOf(ref.file, holder) : undefined;
  if (!binding || binding.assignedParts.length || !/^(?:const|let|param)$/.test(binding.kind)) return [];
  const values = member ? fieldValues(binding, member.name) : binding.assigned;
  if (!values.length || (member && binding.assigned.length)) return [];
  const { declaration } = binding;
  const owner = context.conditions.ownerOf({ ...ref, node: declaration });
  const made =
    ts.isVariableDeclaration(declaration) && ts.isIdentifier(declaration.name) ? declaration.initializer : undefined;
  const object = made && unwrap(made);
  const field = member && object && ts.isObjectLiteralExpression(object) ? propertyOf(object, member.name) : undefined;
  const first = member ? field : made;
  // `let to;` holds nothing.
  const isEmpty = ts.isVariableDeclaration(declaration) && !made;
  const starts: Put = {
    at: declaration,
    value: first && ts.isExpression(first) ? { ...ref, node: first } : undefined,
    replaces: true,
    owner,
  };
  return [
    ...(isEmpty ? [] : [starts]),
    ...values.map((value): Put => {
      const assignment = value.parent as ts.BinaryExpression;
      const { kind } = assignment.operatorToken;
      // What `to &&= …` leaves is empty.
      const replaces = kind === ts.SyntaxKind.EqualsToken || kind === ts.SyntaxKind.AmpersandAmpersandEqualsToken;
      return { at: assignment, value: { ...ref, node: value }, replaces, owner };
    }),
  ];
}

/** What is put into a field of an object after it was made: `form.next = '/'`. */
function fieldValues({ uses }: Binding, name: string): readonly ts.Expression[] {
  return uses.flatMap(({ parent }) => {
    const field = memberOf(parent);
    const assignment = parent.parent;
    return field?.name === name &&
      ts.isBinaryExpression(assignment) &&
      assignment.left === parent &&
      assignment.operatorToken.kind === ts.SyntaxKind.EqualsToken
      ? [assignment.right]
      : [];
  });
}

/** Whether a value is one of those that an expression may have. */
function isFrom(context: FileContext, value: Value, ref: Ref): boolean {
  return context.values.roots(ref).some((other) => sameRoot(value, other));
}

/**
 * What is known of a value that was put into a variable, where it is read: only the ways count on which nothing else is
 * put in, so that `if (!isSafe(to)) to = '/'` is a test. Undefined where it cannot lead to another site, or is gone.
 */
function onTheWay(
  context: FileContext,
  { at, owner }: Put,
  puts: readonly Put[],
  used: Ref,
  before: Start,
): Start | undefined {
  const { conditions } = context;
  const graph = conditions.flow(owner);
  const isHere = (node: ts.Node): boolean => conditions.ownerOf({ ...used, node }).node === owner.node;
  const from = ts.isParameter(at) || (ts.isBindingElement(at) && isOfParameter(at)) ? graph.entry : graph.at(at);
  const to = graph.at(used.node);
  // A function inside may run at any time.
  if (!from || !to || !isHere(at) || !isHere(used.node)) return before;
  const avoid = new Set(
    puts.flatMap((put) => (put.replaces && put.at !== at && isHere(put.at) ? (graph.at(put.at) ?? []) : [])),
  );
  avoid.delete(from);
  if (!graph.reaches(from, to, avoid)) return undefined;
  const value: Looked = { roots: origins(context, used), used: used.node };
  return alongWays(context, owner, value, before, (edges) => !graph.reaches(from, to, avoid, edges));
}

function isOfParameter(element: ts.BindingElement): boolean {
  let node: ts.Node = element;
  while (ts.isBindingElement(node)) node = node.parent.parent;
  return ts.isParameter(node);
}

/** The expression with conditions in it that a variable is made of, when nothing else is put into it. */
function choiceOf(ref: Ref, name: ts.Identifier): ts.Expression | undefined {
  const binding = bindingOf(ref.file, name);
  const declaration = binding?.assigned.length ? undefined : binding?.declaration;
  const made =
    declaration && ts.isVariableDeclaration(declaration) && declaration.initializer && unwrap(declaration.initializer);
  if (!made || !declaration || !ts.isIdentifier(declaration.name)) return undefined;
  const isChoice =
    ts.isConditionalExpression(made) || (ts.isBinaryExpression(made) && CHOOSES.includes(made.operatorToken.kind));
  return isChoice ? (made as ts.Expression) : undefined;
}

const CHOOSES: readonly ts.SyntaxKind[] = [
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
];

/** What an own helper gives back for the arguments of a call, or what it names so in an object that it gives back. */
function returnsOf(context: FileContext, call: Ref, [key, ...more]: readonly string[]): readonly Ref[] {
  const returned = context.values
    .targets(call as Ref<ts.CallExpression>)
    .flatMap((target) => context.values.returned(target))
    .filter((ref) => ref.node.kind !== ts.SyntaxKind.NullKeyword);
  if (key === undefined) return returned;
  return returned.flatMap((ref) => {
    const object = unwrap(ref.node);
    const part = !more.length && ts.isObjectLiteralExpression(object) ? propertyOf(object, key) : undefined;
    return part && ts.isExpression(part) ? [{ ...ref, node: part }] : [];
  });
}

/** The request's own URL or path, and path parameters, cannot name another site. */
function isOwnAddress(context: FileContext, ref: Ref): boolean {
  return context.values.roots(ref).every((value) => {
    const last = value.path[value.path.length - 1];
    return (
      last !== undefined &&
      (/^(?:url|originalUrl|pathname|path|origin|nextUrl|href)$/.test(last) || value.path.includes('params'))
    );
  });
}

/** An argument of a server function, which no link can name: `signOut('/login')`, and no caller takes it from the URL. */
function isToldByOwnCode(context: FileContext, { ref, path }: Value): boolean {
  const { node, file } = ref;
  if (path.length || !ts.isParameter(node) || !ts.isIdentifier(node.name) || !isFunctionNode(node.parent)) return false;
  const index = node.parent.parameters.indexOf(node);
  const callers = context.roles.callersOf({ node: node.parent, file });
  return (
    callers.length > 0 &&
    callers.every((call) => {
      const given = argumentsOf(call.node)[index];
      return !given || !context.roles.isRequestInput({ ...call, node: given });
    })
  );
}

/** A cookie into which this project puts addresses of its own only. */
function isOwnCookie(context: FileContext, ref: Ref, depth: number): boolean {
  return context.values.roots(ref).every((value) => {
    const read = context.roles.cookieRead(value);
    const name = read && (read.text ?? nameOf(context, read.name));
    const puts = name === undefined || depth > 4 ? [] : writtenTo(context, name);
    return (
      puts.length > 0 &&
      puts.every(
        (put) =>
          context.values
            .roots(put)
            .every(
              ({ ref: from, path }) =>
                (!path.length && stringValue(from.node) !== undefined) ||
                context.roles.isRequestInput({ ...put, node: from.node }) ||
                isOwnAddress(context, put),
            ) && !judge(context, put, put, depth + 2),
      )
    );
  });
}

/** What the project puts into a cookie. */
function writtenTo(context: FileContext, name: string): readonly Ref[] {
  const { project } = context;
  return [...new Set([context.path, ...project.filesNear(context.path)])].flatMap((path) => {
    const file = /ookie/.test(project.text(path) ?? '') ? project.model(path) : undefined;
    return (file?.calls ?? []).flatMap((node) =>
      context.ops
        .of({ node, file: file! })
        .flatMap((op) =>
          op.kind === 'cookie' && op.action === 'write' && op.value && nameOf(context, op.name) === name
            ? [op.value]
            : [],
        ),
    );
  });
}

/** A helper of the project that decides what to return, or a package's function. */
function isCleaned(context: FileContext, call: Ref<ts.CallExpression>): boolean {
  const name = calleeName(call.node) ?? '';
  if (/^(?:get|toString|trim|String|query|param|decodeURIComponent|getCookie|header|parse|json|valid)$/.test(name))
    return false;
  return (
    context.values.targets(call).length > 0 ||
    context.values
      .callees(call)
      .some((value) => value.external !== undefined && !/^(?:h3|hono|next|astro|@sveltejs)/.test(value.external.module))
  );
}

/** Whether one of two paths from the same value leads through the other. */
function isWithin(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.every((part, index) => part === long[index]);
}

/** Where a value comes from, and the text that it was cut or decoded out of: a state that is compared as a whole. */
function origins(context: FileContext, ref: Ref, seen = new Set<ts.Node>()): readonly Value[] {
  return context.values.roots(ref).flatMap((value) => {
    const { node } = value.ref;
    if (!ts.isCallExpression(node) || !UNPACKS.test(calleeName(node) ?? '')) return [value];
    // `to = to.slice(1)`
    if (seen.has(node)) return [];
    seen.add(node);
    const member = memberOf(unwrap(node.expression));
    const sources = [...(member ? [member.object] : []), ...node.arguments];
    return [value, ...sources.flatMap((source) => origins(context, { ...value.ref, node: source }, seen))];
  });
}

const UNPACKS = /^(?:split|slice|substring|replace|toString|parse|from|atob|decodeURIComponent|decodeURI)$/;

/** A value that is looked for in conditions: where it comes from, and how it is written. */
interface Looked {
  readonly roots: readonly Value[];
  readonly used: ts.Node;
}

/** What is known of the value where it is used. Undefined: it was tested, and cannot lead to another site. */
function knownOf(context: FileContext, ref: Ref, used: ts.Node, site: Ref, before: Start): Start | undefined {
  const { conditions } = context;
  const value: Looked = { roots: origins(context, ref), used };
  if (isNamedCase(site.node, (node) => isSame(context, { ...site, node }, value))) return undefined;
  const known = added(before, saidBy(context, conditions.known(site), value));
  // `if (to === '/a' || to === '/b')`: no condition of its own is known, but each way has one.
  const owner = conditions.ownerOf(site);
  const graph = conditions.flow(owner);
  const at = graph.at(site.node);
  return known && at
    ? alongWays(context, owner, value, known, (edges) => !graph.reaches(graph.entry, at, undefined, edges))
    : known;
}

/**
 * Adds what each way says of the value.
 * @param areNeeded whether there is no way without one of these branches
 */
function alongWays(
  context: FileContext,
  owner: Owner,
  value: Looked,
  before: Start,
  areNeeded: (edges: ReadonlySet<FlowEdge>) => boolean,
): Start | undefined {
  const branches = context.conditions
    .branches(owner)
    .map(({ edge, facts }) => ({ edge, said: saidBy(context, facts, value) }))
    .filter(({ said }) => said.size > 0);
  const isSaid = (...wanted: readonly Saying[]): boolean => {
    const edges = branches.flatMap(({ edge, said }) => (wanted.some((saying) => said.has(saying)) ? [edge] : []));
    return edges.length > 0 && areNeeded(new Set(edges));
  };
  const said = (['checked', 'slash', 'single', 'plain'] as const).filter((saying) => isSaid('checked', saying));
  return added(before, new Set(said));
}

/** Whether an expression is the value, or a part of it. A test of one field says nothing of the field beside it. */
function isSame(context: FileContext, ref: Ref, { roots, used }: Looked): boolean {
  return (
    context.values
      .roots(ref)
      .some((other) => roots.some((root) => root.ref.node === other.ref.node && isWithin(root.path, other.path))) ||
    textOf(unwrap(ref.node)) === textOf(unwrap(used))
  );
}

function saidBy(context: FileContext, facts: readonly Fact[], value: Looked, depth = 0): ReadonlySet<Saying> {
  return new Set(facts.flatMap((fact) => saidByFact(context, fact, value, depth)));
}

function saidByFact(context: FileContext, fact: Fact, value: Looked, depth: number): readonly Saying[] {
  const node = unwrap(fact.ref.node);
  const { truth } = fact;
  const nothing: readonly Saying[] = [];
  const at = (part: ts.Node): Ref => ({ ...fact.ref, node: part });
  const same = (part: ts.Node): boolean => isSame(context, at(part), value);
  const touches = (part: ts.Node): boolean => same(part) || derivedFrom(context, at(part), value.roots);
  const when = (is: boolean, saying: Saying = 'checked'): readonly Saying[] => (is ? [saying] : nothing);
  if (fact.equals) return when(same(node));
  const start = startTest(node, truth);
  if (start && same(start.of)) return saidByStart(start);
  if (ts.isCallExpression(node)) {
    const member = memberOf(unwrap(node.expression));
    const name = calleeName(node) ?? '';
    if (NO_TEST.test(name)) return nothing;
    // to.includes('shop.example'), to.endsWith('.example'): any address can hold these letters.
    if (
      member &&
      /^(?:includes|endsWith|indexOf)$/.test(name) &&
      same(member.object) &&
      isText(context, at(node.arguments[0]!))
    )
      return nothing;
    const isGiven = node.arguments.some(touches);
    if (!truth && !/^(?:test|match)$/.test(name)) return when(isGiven);
    // allowed.includes(value), ALLOWED.has(value), /^\/[a-z]/.test(value), isSafePath(value), ALLOWED.some((one) => one === value)
    return when(
      isGiven ||
        (!!member && same(member.object)) ||
        (truth && node.arguments.some((part) => isFunctionNode(unwrap(part)) && mentions(part, touches))),
    );
  }
  // TABLE[to]
  if (truth && ts.isElementAccessExpression(node)) return when(touches(node.argumentExpression));
  if (!ts.isBinaryExpression(node)) return when(!truth && same(node));
  const { left, right } = node;
  const operator = node.operatorToken.kind;
  // Either of the two holds.
  if (operator === ts.SyntaxKind.BarBarToken ? truth : operator === ts.SyntaxKind.AmpersandAmpersandToken && !truth) {
    if (depth > 3) return nothing;
    const said = [left, right].map((part) =>
      saidBy(context, context.conditions.implied({ ...fact.ref, node: part }, truth), value, depth + 1),
    );
    return [...said[0]!].filter((saying) => said[1]!.has(saying));
  }
  if (operator === ts.SyntaxKind.InKeyword) return when(truth && same(left));
  const isFound = foundInList(node, truth);
  if (isFound !== undefined) return when(isFound && [left, right].some((side) => mentions(side, touches)));
  const equality = isEquality(operator);
  if (!equality) return nothing;
  const isEqual = truth === (equality === 'equal');
  const kind = [left, right].map((side) => unwrap(side)).find(ts.isTypeOfExpression);
  if (kind) {
    const isText = [left, right].some((side) => stringValue(side) === 'string');
    return when(same(kind.expression) && isEqual !== isText);
  }
  // /^\/\w/.exec(value) === null
  const asked = [left, right].map((side) => unwrap(side)).find(ts.isCallExpression);
  if (asked && [left, right].some((side) => unwrap(side).kind === ts.SyntaxKind.NullKeyword))
    return when(asked.arguments.some(touches));
  // value === '/x', url.origin === origin. How long it is says nothing of where it leads.
  return when(
    isEqual && [left, right].some((side) => memberOf(unwrap(side))?.name !== 'length' && mentions(side, touches)),
  );
}

/** What may be asked of an address that leads anywhere. */
const NO_TEST = /^(?:isArray|canParse|isNaN)$/;

/** Whether the value is somewhere in an expression. `form.kind` is not about `form.next`, though both are of the form. */
function mentions(part: ts.Node, touches: (node: ts.Node) => boolean): boolean {
  let is = false;
  walk(part, (node) => {
    const member = memberOf(node.parent);
    const isHolder =
      member?.object === node && node !== part && (ts.isIdentifier(node) || memberOf(node) !== undefined);
    if (!is && !isHolder && (ts.isIdentifier(node) || ts.isCallExpression(node) || memberOf(node))) is = touches(node);
    return !is;
  });
  return is;
}

/** Whether `list.indexOf(value) >= 0` says that the value is in the list. */
function foundInList({ left, right, operatorToken }: ts.BinaryExpression, truth: boolean): boolean | undefined {
  const call = unwrap(left);
  if (!ts.isCallExpression(call) || !/^(?:indexOf|findIndex)$/.test(calleeName(call) ?? '')) return undefined;
  switch (`${operatorToken.getText()} ${right.getText()}`) {
    case '>= 0':
    case '> -1':
    case '!== -1':
    case '!= -1':
      return truth;
    case '< 0':
    case '=== -1':
    case '== -1':
      return !truth;
    default:
      return undefined;
  }
}

/** Whether the site is in a case of a switch over the value: it is one of the texts that the cases name. */
function isNamedCase(site: ts.Node, isValue: (node: ts.Node) => boolean): boolean {
  for (let node: ts.Node | undefined = site; node && !isFunctionNode(node); node = node.parent as ts.Node | undefined) {
    if (!ts.isCaseClause(node) || !isValue(node.parent.parent.expression)) continue;
    const { clauses } = node.parent;
    for (let at = clauses.indexOf(node); at >= 0; at--) {
      const clause = clauses[at]!;
      if (ts.isDefaultClause(clause)) return false;
      const before = clauses[at - 1];
      const last = before?.statements[before.statements.length - 1];
      const falls =
        before && !(last && (ts.isReturnStatement(last) || ts.isBreakStatement(last) || ts.isThrowStatement(last)));
      if (!falls) return true;
    }
  }
  return false;
}

/** A text that is known, as against a list of texts. */
function isText(context: FileContext, ref: Ref): boolean {
  const roots = context.values.roots(ref);
  return roots.length > 0 && roots.every((value) => !value.path.length && stringValue(value.ref.node) !== undefined);
}

/** `target.origin` of `const target = new URL(value, base)`. With which scheme does not say where to. */
function derivedFrom(context: FileContext, ref: Ref, roots: readonly Value[]): boolean {
  return context.values.roots(ref).some(({ ref: made, path }) => {
    const given = ts.isNewExpression(made.node) && path.length === 1 ? made.node.arguments?.[0] : undefined;
    return (
      !!given &&
      path[0] !== 'protocol' &&
      context.values
        .roots({ ...made, node: given })
        .some((inner) => roots.some((root) => root.ref.node === inner.ref.node))
    );
  });
}
