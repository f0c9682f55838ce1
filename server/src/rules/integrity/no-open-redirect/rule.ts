import type { FileContext } from '../../../core/context';
import { freshName, inFile, insertAt, replaceNode } from '../../../core/edit';
import { bindingOf } from '../../../core/model';
import { defineRule } from '../../../core/rule';
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
} from '../../../core/syntax';
import type { CallLike } from '../../../core/syntax';
import { codeStyleOf, restyle } from '../../../core/text';
import type { Ref, Value } from '../../../core/values';
import { nameOf } from '../../_shared/cookie-flags';

interface State {
  readonly target: ts.Expression;
}

type Verdict = 'open' | 'slash' | 'backslash';

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
    backslash: 'The tests let `/\\evil.example` through in `{what}`: browsers read it as `//evil.example`.',
  },
  words: ['redirect', 'Redirect', 'Location', 'location'],
  check(context, report) {
    for (const call of context.file.calls) {
      if (ts.isTaggedTemplateExpression(call)) continue;
      const target = redirectTarget(context, call);
      if (!target) continue;
      const judged = judge(context, target, target, 0);
      if (judged && (judged !== 'backslash' || isSentAsItIs(context, call)))
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
  if (name === 'json' && args[1]) return undefined;
  return undefined;
}

/** Servers of Node that write addresses out for a header make `\` a `%5C`, in some of their versions. */
function isSentAsItIs(context: FileContext, call: ts.CallExpression | ts.NewExpression): boolean {
  const frameworks = context.frameworks.of(context.path);
  return (
    ts.isNewExpression(call) ||
    (frameworks.length > 0 && !frameworks.some(({ name }) => name === 'express' || name === 'fastify'))
  );
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
 * @param within variables whose values are being followed
 */
function judge(
  context: FileContext,
  ref: Ref,
  site: Ref,
  depth: number,
  within: ReadonlySet<ts.Node> = new Set(),
): Verdict | undefined {
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
  // const target = isSafe(value) ? value : '/': which value it is was decided where it is made.
  const chosen = ts.isIdentifier(node) ? choiceOf(ref, node) : undefined;
  if (chosen)
    return checked(context, { ...ref, node }, node, site) === 'checked'
      ? undefined
      : judge(context, { ...ref, node: chosen }, { ...ref, node: chosen }, depth + 1, within);
  // `if (url.origin === here.origin) target = url.href`: what is put in later was looked at where it is put in.
  const put = ts.isIdentifier(node) ? putInto(ref, node) : [];
  if (put.length) {
    if (checked(context, { ...ref, node }, node, site) === 'checked') return undefined;
    // `url = url + '&page=2'`: where it comes from is being looked at already.
    if (within.has(put[0]!.node)) return undefined;
    for (const value of put) {
      const found = judge(context, value, value, depth + 1, new Set([...within, put[0]!.node]));
      if (found) return found;
    }
    return undefined;
  }
  // What a helper looked at before it gave the address back was looked at there.
  const asked = helperCall(ref, node);
  const given = asked ? returnsOf(context, { ...ref, node: asked }, []) : [];
  if (given.length && depth < 4) {
    if (checked(context, { ...ref, node }, node, site) === 'checked') return undefined;
    for (const returned of given) {
      const found = judge(context, returned, returned, depth + 2, within);
      if (found) return found;
    }
    return undefined;
  }
  for (const value of context.values.roots({ ...ref, node })) {
    const origin = value.ref.node;
    if (
      origin !== node &&
      (ts.isTemplateExpression(origin) ||
        ts.isBinaryExpression(origin) ||
        (ts.isNewExpression(origin) && (!value.path.length || (value.path.length === 1 && value.path[0] === 'href'))))
    ) {
      // What was made of parts was looked at as a whole.
      if (checked(context, { ...ref, node }, node, site) === 'checked') continue;
      const found = judge(context, value.ref, site, depth + 1, within);
      if (found) return found;
      continue;
    }
    const helper = ts.isCallExpression(origin) ? returnsOf(context, value.ref, value.path) : [];
    if (helper.length && depth < 4) {
      // What came out of the helper was looked at before it is used.
      if (checked(context, { ...ref, node }, node, site) === 'checked') continue;
      for (const returned of helper) {
        const found = judge(context, returned, returned, depth + 2, within);
        if (found) return found;
      }
      continue;
    }
    if (ts.isCallExpression(origin) && isCleaned(context, value.ref as Ref<ts.CallExpression>)) continue;
    const leaf: Ref = ts.isExpression(origin) && !value.path.length ? value.ref : { ...ref, node };
    if (
      !context.roles.isRequestInput(leaf) ||
      isOwnAddress(context, leaf) ||
      isToldByOwnCode(context, value) ||
      isOwnCookie(context, leaf, depth)
    )
      continue;
    const verdict = checked(context, leaf, node, site);
    if (verdict !== 'checked') return verdict;
  }
  return undefined;

  function judgePart(part: ts.Expression): Verdict | undefined {
    return judge(context, { ...ref, node: part }, site, depth + 1, within);
  }
  function inBranch(part: ts.Node): Verdict | undefined {
    return judge(context, { ...ref, node: part }, { ...ref, node: part }, depth + 1, within);
  }
}

/** The call that an address is, or that a variable was made by. */
function helperCall(ref: Ref, node: ts.Node): ts.CallExpression | undefined {
  const binding = ts.isIdentifier(node) ? bindingOf(ref.file, node) : undefined;
  const declaration = binding?.assigned.length ? undefined : binding?.declaration;
  const isNamed = !!declaration && ts.isVariableDeclaration(declaration) && ts.isIdentifier(declaration.name);
  const made = isNamed ? declaration.initializer : node;
  const call = made && unwrap(made);
  return call && ts.isCallExpression(call) ? call : undefined;
}

/** The first value of a variable and those that it is given later. */
function putInto(ref: Ref, name: ts.Identifier): readonly Ref[] {
  const binding = bindingOf(ref.file, name);
  const declaration = binding?.declaration;
  if (!binding?.assigned.length || !declaration || !ts.isVariableDeclaration(declaration)) return [];
  const first = ts.isIdentifier(declaration.name) ? declaration.initializer : undefined;
  return [...(first ? [first] : []), ...binding.assigned].map((node) => ({ ...ref, node }));
}

/** The conditional expression that a variable is made of, when nothing else is put into it. */
function choiceOf(ref: Ref, name: ts.Identifier): ts.ConditionalExpression | undefined {
  const binding = bindingOf(ref.file, name);
  const declaration = binding?.assigned.length ? undefined : binding?.declaration;
  const made =
    declaration && ts.isVariableDeclaration(declaration) && declaration.initializer && unwrap(declaration.initializer);
  return made && ts.isConditionalExpression(made) ? made : undefined;
}

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
function origins(context: FileContext, ref: Ref, depth = 0): readonly Value[] {
  return context.values.roots(ref).flatMap((value) => {
    const { node } = value.ref;
    if (depth > 4 || !ts.isCallExpression(node) || !UNPACKS.test(calleeName(node) ?? '')) return [value];
    const member = memberOf(unwrap(node.expression));
    const sources = [...(member ? [member.object] : []), ...node.arguments];
    return [value, ...sources.flatMap((source) => origins(context, { ...value.ref, node: source }, depth + 1))];
  });
}

const UNPACKS = /^(?:split|slice|substring|replace|toString|parse|from|atob|decodeURIComponent|decodeURI)$/;

/** What is known of the value where it is used. */
function checked(context: FileContext, value: Ref, used: ts.Node, site: Ref): 'checked' | Verdict {
  const roots = origins(context, value);
  // A test of one field says nothing of the field beside it.
  const same = (ref: Ref): boolean =>
    context.values
      .roots(ref)
      .some((other) => roots.some((root) => root.ref.node === other.ref.node && isWithin(root.path, other.path))) ||
    textOf(unwrap(ref.node)) === textOf(unwrap(used));
  let slash = false;
  let double = false;
  let backslash = false;
  let helped = false;
  if (isNamedCase(site.node, (node) => same({ ...site, node }))) return 'checked';
  for (const fact of context.conditions.known(site)) {
    const node = unwrap(fact.ref.node);
    // With what the helper was given, where the value came through one.
    const isHere = fact.ref.file === site.file && !fact.ref.env;
    const at = (part: ts.Node): Ref => ({ ...(isHere ? site : fact.ref), node: part });
    if (ts.isCallExpression(node)) {
      const member = memberOf(unwrap(node.expression));
      const name = calleeName(node) ?? '';
      const argument = node.arguments[0];
      if (member && name === 'startsWith' && same(at(member.object))) {
        const prefix = stringValue(argument) ?? '';
        if (fact.truth && prefix === '/') slash = true;
        else if (fact.truth) return 'checked';
        else if (prefix === '//') double = true;
        else if (prefix === '/\\') backslash = true;
        continue;
      }
      // to.includes('shop.example'), to.endsWith('.example'): any address can hold these letters.
      if (
        member &&
        /^(?:includes|endsWith|indexOf)$/.test(name) &&
        same(at(member.object)) &&
        isText(context, at(argument!))
      ) {
        if (!fact.truth && /^[\\/]?\\$/.test(stringValue(argument) ?? '')) backslash = true;
        continue;
      }
      if (!fact.truth && !/^(?:test|match)$/.test(name)) {
        if (node.arguments.some((part) => same(at(part)))) return 'checked';
        continue;
      }
      // What an own helper has asked follows, where it only looks at how the value begins.
      if (
        fact.truth &&
        !member &&
        looksAtStart(context, fact.ref as Ref<CallLike>) &&
        node.arguments.some((part) => same(at(part)))
      ) {
        helped = true;
        continue;
      }
      // allowed.includes(value), ALLOWED.has(value), /^\/[a-z]/.test(value), isSafePath(value)
      if (node.arguments.some((part) => same(at(part))) || (member && same(at(member.object)))) return 'checked';
      continue;
    }
    if (ts.isBinaryExpression(node)) {
      const sides = [node.left, node.right];
      // value === '/x', url.origin === origin, value in TARGETS
      const touches = sides.some(
        (side) => same(at(side)) || (memberOf(unwrap(side)) !== undefined && derivedFrom(context, at(side), roots)),
      );
      const other = sides.find((side) => !same(at(side)));
      const trivial =
        other &&
        (unwrap(other).kind === ts.SyntaxKind.NullKeyword ||
          stringValue(other) === '' ||
          (ts.isIdentifier(unwrap(other)) && textOf(other) === 'undefined') ||
          ts.isTypeOfExpression(unwrap(node.left)) ||
          // How long it is says nothing of where it leads.
          sides.some((side) => memberOf(unwrap(side))?.name === 'length'));
      if (touches && !trivial) {
        if (/\[\s*0\s*\]|charAt/.test(textOf(node)) && /['"]\/['"]/.test(textOf(node))) slash = true;
        else return 'checked';
      }
    }
  }
  if (slash && double) return backslash ? 'checked' : 'backslash';
  if (slash) return 'slash';
  return helped ? 'checked' : 'open';
}

/** Whether an own helper answers by startsWith() alone. */
function looksAtStart(context: FileContext, call: Ref<CallLike>): boolean {
  const [target, ...others] = context.values.targets(call);
  if (!target || others.length) return false;
  const calls = context.ops.callsIn(target.file, target.node);
  return (
    calls.length > 0 &&
    calls.every((node) => calleeName(node) === 'startsWith') &&
    !/\\|\[|\bin\b|instanceof/.test(textOf(target.node))
  );
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

/** `target.origin` of `const target = new URL(value, base)`. */
function derivedFrom(context: FileContext, ref: Ref, roots: readonly { readonly ref: Ref }[]): boolean {
  const member = memberOf(unwrap(ref.node));
  if (!member) return false;
  return context.values.roots({ ...ref, node: member.object }).some((value) => {
    const made = value.ref.node;
    return (
      ts.isNewExpression(made) &&
      !!made.arguments?.[0] &&
      context.values
        .roots({ ...value.ref, node: made.arguments[0] })
        .some((inner) => roots.some((root) => root.ref.node === inner.ref.node))
    );
  });
}
