import type { FileContext } from '../../../core/context';
import { inFile, insertBefore, replaceNode } from '../../../core/edit';
import { defineRule } from '../../../core/rule';
import { argumentsOf, calleeName, memberOf, statementOf, stringValue, textOf, ts, unwrap } from '../../../core/syntax';
import type { CallLike } from '../../../core/syntax';
import { restyle } from '../../../core/text';
import type { FileEdit } from '../../../core/text';
import type { Ref, Value } from '../../../core/values';
import { instanceName } from '../../_shared/instance';
import { luciaNames, missingFlags, sessionWrites } from '../../_shared/session-cookies';
import type { SessionWrite } from '../../_shared/session-cookies';
import { flagOf, headersIn } from '../../_shared/cookie-flags';

type State =
  | { readonly kind: 'write'; readonly write: SessionWrite }
  | { readonly kind: 'literal'; readonly at: ts.Node }
  /** The name stands in a longer text. */
  | { readonly kind: 'part' };

export default defineRule<State>({
  id: 'no-manual-session-cookie',
  family: 'cookies',
  severity: 'warning',
  stage: 'stable',
  precision: 'high',
  cwe: 1004,
  frameworks: 'all',
  fixable: 'suggested',
  docs: {
    what: 'A session cookie is put together by hand, or its name is written out a second time.',
    why: "createSessionCookie() gives the cookie the name, lifetime and flags of the instance. A cookie made by hand forgets one of them sooner or later, and a name written out again no longer matches after the instance's name was changed: users then stay signed out, or signed in after a logout.",
    how: "Write what lucia.createSessionCookie(session.id) gives back, with the framework's cookie function or as a header by serialize(). Read the cookie by lucia.sessionCookieName.",
    limits:
      "Middleware of Next.js may be unable to import the instance, so names written out there are not reported. Sessions of the project's own making are left alone.",
  },
  sources: [
    {
      title: 'Lucia v3: cookies',
      url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/guides/validate-session-cookies/index.md',
    },
    {
      title: 'Lucia v3: Lucia.createSessionCookie()',
      url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/reference/main/Lucia/createSessionCookie.md',
    },
    { title: 'CWE-1004', url: 'https://cwe.mitre.org/data/definitions/1004.html' },
  ],
  messages: {
    manual:
      'This session cookie is made by hand: write what createSessionCookie() gives back, so name and flags stay right.',
    bare: 'This session cookie is made by hand and lacks {flags}: write what createSessionCookie() gives back.',
    literal: '`{text}` repeats the name of the session cookie: use sessionCookieName, so that both change together.',
  },
  words: ['cookie', 'Cookie'],
  check(context, report) {
    if (!context.project.usesLucia(context.path) || context.frameworks.isAuxiliary(context.path)) return;
    const reported = new Set<ts.Node>();
    for (const write of sessionWrites(context)) {
      if (write.kind !== 'handmade' || write.at.file !== context.file || reported.has(write.at.node)) continue;
      if (!canBeMade(context, write)) continue;
      if (write.attributes && flagOf(context, write.attributes, 'secure').state === 'lucia') continue;
      reported.add(write.at.node);
      const missing = missingFlags(context, write);
      report({
        at: write.at.node,
        message: missing.length ? 'bare' : 'manual',
        ...(missing.length ? { severity: 'error' as const, data: { flags: missing.join(', ') } } : {}),
        state: { kind: 'write', write },
      });
    }
    if (context.file.directive === 'use client' || isNextMiddleware(context)) return;
    for (const { at, text } of literalNames(context)) {
      if (reported.has(at) || [...reported].some((node) => at.pos >= node.pos && at.end <= node.end)) continue;
      reported.add(at);
      report({ at, message: 'literal', data: { text }, state: { kind: 'literal', at } });
    }
    for (const { at, text } of textsWithName(context)) {
      if ([...reported].some((node) => at.pos >= node.pos && at.end <= node.end)) continue;
      reported.add(at);
      report({ at, message: 'literal', data: { text }, state: { kind: 'part' } });
    }
  },
  fixes: (state, context) =>
    state.kind === 'part'
      ? []
      : state.kind === 'write'
        ? [
            {
              title: 'Write the cookie that createSessionCookie() makes',
              kind: 'suggested',
              edits: () => writeFix(state.write, context),
            },
          ]
        : [{ title: 'Use sessionCookieName', kind: 'suggested', edits: () => nameFix(state.at, context) }],
});

/**
 * Whether there is a createSessionCookie() for the cookie: an instance in the project, or one in a module that cannot be
 * read and that made the session. Sessions of the project's own making have none.
 */
function canBeMade(context: FileContext, { value, at }: SessionWrite): boolean {
  if (context.roles.projectInstances(context.path).length) return true;
  const parts = [...(value ? [value] : []), ...context.roles.parts(at)];
  return parts.some((part) =>
    context.values.deepRoots(part).some(({ ref }) => {
      const { node } = ref;
      return (
        ts.isCallExpression(node) &&
        /^(?:create|validate)Session$/.test(calleeName(node) ?? '') &&
        !!memberOf(unwrap(node.expression)) &&
        !context.values.targets(ref as Ref<CallLike>).length
      );
    }),
  );
}

function isNextMiddleware(context: FileContext): boolean {
  return context.frameworks.has(context.path, 'next') && /(?:^|\/)(?:middleware|proxy)\.[cm]?[jt]s$/.test(context.path);
}

/** Places where a cookie is read, written or cleared under Lucia's name written out. */
function literalNames(context: FileContext): readonly { readonly at: ts.Node; readonly text: string }[] {
  const { file, roles, ops, values } = context;
  const names = luciaNames(context);
  if (!names.length) return [];
  const found: { at: ts.Node; text: string }[] = [];
  const consider = (name: Ref | undefined): void => {
    if (!name || name.file !== file) return;
    const literal = values
      .deepRoots(name)
      .find((value) => !value.path.length && ts.isStringLiteralLike(value.ref.node));
    if (!literal) return;
    const { text } = literal.ref.node as ts.StringLiteralLike;
    // A constant that the instance is given as well is the very thing that keeps them the same.
    if (!names.some((known) => known.name === text) || names.some((known) => known.literal === literal.ref.node))
      return;
    const at = literal.ref.file === file ? literal.ref.node : name.node;
    if (!found.some((other) => other.at === at)) found.push({ at, text: `'${text}'` });
  };
  for (const node of file.calls) {
    if (!ts.isCallExpression(node)) continue;
    const ref: Ref<CallLike> = { node, file };
    consider(roles.cookieRead({ ref, path: [] })?.name);
    for (const op of ops.of(ref)) if (op.kind === 'cookie') consider(op.name);
    if (isLookInHeader(context, ref)) consider({ node: node.arguments[0]!, file });
  }
  for (const node of file.members) {
    const member = memberOf(node);
    if (!member || !names.some((known) => known.name === member.name && (!known.literal || known.name !== 'session')))
      continue;
    const read = values
      .roots({ node, file })
      .some((value: Value) => value.path[value.path.length - 1] === member.name && !!roles.cookieRead(value));
    if (!read) continue;
    const at = ts.isPropertyAccessExpression(node) ? node.name : node.argumentExpression;
    if (!found.some((other) => other.at === at)) found.push({ at, text: textOf(at) });
  }
  return found;
}

/**
 * Texts in which Lucia's name is written out before a value: a header that clears the cookie, what readSessionCookie() is
 * given, a pattern that is looked for in the Cookie header.
 */
function textsWithName(context: FileContext): readonly { readonly at: ts.Node; readonly text: string }[] {
  const { file } = context;
  const names = luciaNames(context);
  if (!names.length) return [];
  const found: { at: ts.Node; text: string }[] = [];
  const consider = (node: ts.Node | undefined, pattern = false): void => {
    for (const { ref, path } of node ? context.values.roots({ node, file }) : []) {
      if (path.length || ref.file !== file) continue;
      const start = startOf(ref.node);
      const name = names.find((known) =>
        pattern
          ? new RegExp(`(?:^|[^\\w.-])${known.name.replace(/\W/g, '\\$&')}=`).test(start)
          : start.startsWith(`${known.name}=`),
      )?.name;
      if (name !== undefined && !found.some(({ at }) => at === ref.node))
        found.push({ at: ref.node, text: `${name}=` });
    }
  };
  for (const owner of context.roles.owners(file))
    for (const { value } of headersIn(context, owner))
      for (const part of ts.isArrayLiteralExpression(value.node) ? value.node.elements : [value.node]) consider(part);
  for (const node of file.calls) {
    if (!ts.isCallExpression(node)) continue;
    const [first, second] = node.arguments;
    const name = calleeName(node) ?? '';
    if (name === 'readSessionCookie') consider(first);
    if (/^(?:append|set|setHeader|header|appendHeader)$/.test(name) && /^set-cookie$/i.test(stringValue(first) ?? ''))
      consider(second);
    if (isLookInHeader(context, { node, file })) consider(first, true);
  }
  return found;
}

/** The text that a text begins with, or the whole of a pattern. */
function startOf(node: ts.Node): string {
  const inner = unwrap(node);
  if (ts.isStringLiteralLike(inner) || ts.isRegularExpressionLiteral(inner)) return inner.text;
  if (ts.isTemplateExpression(inner)) return inner.head.text;
  return ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.PlusToken
    ? startOf(inner.left)
    : '';
}

/** A look for a name in the whole Cookie header: `request.headers.get('Cookie')?.includes('auth_session')`. */
function isLookInHeader(context: FileContext, { node, file }: Ref<CallLike>): boolean {
  if (!ts.isCallExpression(node) || node.arguments.length !== 1) return false;
  const member = memberOf(unwrap(node.expression));
  if (!member || !/^(?:includes|indexOf|search|match)$/.test(member.name)) return false;
  return context.values.roots({ node: member.object, file }).some(({ ref, path }) => {
    if (/^cookie$/i.test(path[path.length - 1] ?? '') && path[path.length - 2] === 'headers') return true;
    const read = ref.node;
    return (
      !path.length &&
      ts.isCallExpression(read) &&
      calleeName(read) === 'get' &&
      /^cookie$/i.test(stringValue(read.arguments[0]) ?? '') &&
      /headers/i.test(read.expression.getText())
    );
  });
}

function nameFix(at: ts.Node, context: FileContext): readonly FileEdit[] | undefined {
  const instance = instanceName(context);
  if (!instance) return undefined;
  const text = `${instance.text}.sessionCookieName`;
  const parent = at.parent;
  if (ts.isPropertyAccessExpression(parent) && parent.name === at) {
    const optional = parent.questionDotToken ? '?.' : '';
    return inFile(context.file, instance.edit, replaceNode(parent, `${textOf(parent.expression)}${optional}[${text}]`));
  }
  return inFile(context.file, instance.edit, replaceNode(at, text));
}

function writeFix(write: SessionWrite, context: FileContext): readonly FileEdit[] | undefined {
  const instance = instanceName(context);
  const { value, at } = write;
  if (!instance || !value || value.file !== context.file) return undefined;
  const made = `${instance.text}.createSessionCookie(${textOf(unwrap(value.node))})`;
  const style = context.style();
  if (write.api === 'header') return inFile(context.file, instance.edit, replaceNode(at.node, `${made}.serialize()`));
  const call = at.node;
  if (!ts.isCallExpression(call)) return undefined;
  const member = memberOf(unwrap(call.expression));
  if (write.api === 'express' && member) {
    return inFile(
      context.file,
      instance.edit,
      replaceNode(call, restyle(`${textOf(member.object)}.appendHeader('Set-Cookie', ${made}.serialize())`, style)),
    );
  }
  const statement = statementOf(call);
  if (!statement || !ts.isExpressionStatement(statement) || !ts.isBlock(statement.parent)) return undefined;
  const attributes =
    context.frameworks.has(context.path, 'sveltekit') && write.api === 'jar'
      ? restyle(`{ path: '/', ...sessionCookie.attributes }`, style)
      : 'sessionCookie.attributes';
  const args = argumentsOf(call);
  const first = args.findIndex((argument) => argument === write.name?.node);
  const before =
    first > 0
      ? args
          .slice(0, first)
          .map((argument) => `${textOf(argument)}, `)
          .join('')
      : '';
  if (first < 0) return undefined;
  const written = `${textOf(call.expression)}(${before}sessionCookie.name, sessionCookie.value, ${attributes})`;
  return inFile(
    context.file,
    instance.edit,
    insertBefore(context.file, statement, `const sessionCookie = ${made};`),
    replaceNode(call, written),
  );
}
