import type { FileContext } from '../../../core/context';
import { inFile, insertAt, replaceNode } from '../../../core/edit';
import { defineRule } from '../../../core/rule';
import {
  calleeName,
  enclosingFunction,
  isAsync,
  memberOf,
  propertyOf,
  textOf,
  ts,
  unwrap,
  walk,
  wrapped,
} from '../../../core/syntax';
import type { TextEdit } from '../../../core/text';
import type { Ref } from '../../../core/values';
import { arcticMajor, providerOf, takesOptions, unseenClientOf } from '../../_shared/arctic';

interface State {
  readonly title: string;
  readonly edit: TextEdit;
}

const TOKENS = /^(?:accessToken|refreshToken|idToken|accessTokenExpiresAt)$/;

/** Whether the promise itself is taken for the URL: a property of it is read, or it is put into a text. */
function isUsedAtOnce(context: FileContext, call: ts.CallExpression | ts.NewExpression): boolean {
  const outer = wrapped(call, false);
  const holder = outer.parent;
  const uses =
    ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name)
      ? (context.file.bindings.get(holder.name)?.uses ?? [])
      : [outer];
  return uses.some((use) => {
    const { parent } = wrapped(use, false);
    const member = memberOf(parent);
    return (
      (member !== undefined &&
        member.object === wrapped(use, false) &&
        !/^(?:then|catch|finally)$/.test(member.name)) ||
      ts.isTemplateSpan(parent) ||
      (ts.isCallExpression(parent) && /^(?:redirect|sendRedirect|String)$/.test(calleeName(parent) ?? ''))
    );
  });
}

export default defineRule<State>({
  id: 'arctic-version-mismatch',
  family: 'oauth',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 628,
  frameworks: 'all',
  fixable: 'safe',
  docs: {
    what: 'Code written for one major version of arctic runs with another.',
    why: 'From version 2 on the tokens are read by methods: in a template string `tokens.accessToken` becomes the text of a function, every request to the provider fails, and TypeScript says nothing. Scopes moved from an object to an array (version 3 silently sends none), and GitHub wants a redirect URI as third argument.',
    how: 'Call tokens.accessToken() with arctic 2 and 3, read tokens.accessToken with 1. Give scopes as an array from 2 on.',
    limits:
      'The version is the installed one, else the range in package.json. Speaks of clients and tokens that arctic makes.',
  },
  sources: [
    { title: 'Arctic', url: 'https://github.com/pilcrowonpaper/arctic' },
    { title: 'Lucia v3: OAuth', url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/guides/oauth/basics.md' },
  ],
  messages: {
    method: 'Arctic {major}: {name} is a method, call it.',
    property: 'Arctic 1: {name} is a property, not a method.',
    promise: 'Arctic 1: {name}() answers with a promise, await it.',
    array: 'Arctic {major}: scopes are an array, this object is ignored or throws.',
    options: 'Arctic 1: scopes go into an object, { scopes: […] }.',
    positional: 'Arctic {major}: new {name}() takes its settings one by one, not in an object.',
    redirect: 'Arctic {major}: new GitHub() needs a redirect URI (or null) as third argument.',
  },
  words: ['createAuthorizationURL', 'validateAuthorizationCode', 'refreshAccessToken', 'arctic', 'okens'],
  check(context, report) {
    const major = arcticMajor(context);
    if (!major) return;
    const { file, values, ops } = context;
    for (const node of file.members) {
      const member = memberOf(node);
      if (!member || !TOKENS.test(member.name)) continue;
      if (!isTokens(context.ref(member.object))) continue;
      const { parent } = node;
      const isCalled = ts.isCallExpression(parent) && parent.expression === node;
      if (major >= 2 && !isCalled) {
        report({
          at: node,
          message: 'method',
          data: { major, name: member.name },
          state: { title: `Call ${member.name}()`, edit: insertAt(node.end, '()') },
        });
      } else if (major === 1 && isCalled && !parent.arguments.length) {
        report({
          at: parent,
          message: 'property',
          data: { name: member.name },
          state: {
            title: `Read ${member.name} without a call`,
            edit: { start: node.end, end: parent.end, newText: '' },
          },
        });
      }
    }
    // const { accessToken } = await github.validateAuthorizationCode(code)
    walk(file.sourceFile, (node) => {
      if (major === 1 || !ts.isVariableDeclaration(node) || !ts.isObjectBindingPattern(node.name) || !node.initializer)
        return;
      const names = node.name.elements.filter((element) =>
        TOKENS.test((element.propertyName ?? element.name).getText(file.sourceFile)),
      );
      if (!names.length || !isTokens(context.ref(node.initializer))) return;
      for (const element of names)
        report({
          at: element,
          message: 'method',
          data: { major, name: (element.propertyName ?? element.name).getText() },
        });
    });
    for (const node of file.calls) {
      if (ts.isTaggedTemplateExpression(node)) continue;
      if (ts.isNewExpression(node)) {
        const client = values
          .roots(context.ref(node.expression))
          .find((value) => value.external?.module === 'arctic' && !value.path.length)?.external?.name;
        for (const argument of node.arguments ?? []) {
          const options = unwrap(argument);
          if (!client || takesOptions(client, major) || !ts.isObjectLiteralExpression(options)) continue;
          const uri = options.properties.length === 1 ? propertyOf(options, 'redirectURI') : undefined;
          report({
            at: argument,
            message: 'positional',
            data: { major, name: client },
            ...(uri && { state: { title: 'Give the redirect URI itself', edit: replaceNode(argument, textOf(uri)) } }),
          });
        }
        const isGitHub = values
          .roots(context.ref(node.expression))
          .some(
            (value) => value.external?.module === 'arctic' && value.external.name === 'GitHub' && !value.path.length,
          );
        if (isGitHub && major >= 2 && node.arguments?.length === 2 && !node.arguments.some(ts.isSpreadElement)) {
          report({
            at: node,
            message: 'redirect',
            data: { major },
            state: {
              title: 'Add null, for the redirect URI of the app',
              edit: insertAt(node.arguments[1]!.end, ', null'),
            },
          });
        }
        continue;
      }
      for (const op of ops.of(context.ref(node))) {
        if (op.kind !== 'authorize' || !isArctic(op.call)) continue;
        const fn = enclosingFunction(node);
        if (major === 1 && op.call.node === node && isUsedAtOnce(context, node)) {
          report({
            at: node,
            message: 'promise',
            data: { name: calleeName(node) ?? 'createAuthorizationURL' },
            ...(fn && isAsync(fn) ? { state: { title: 'Await it', edit: insertAt(node.getStart(), 'await ') } } : {}),
          });
        }
        for (const [index, argument] of node.arguments.entries()) {
          const inner = unwrap(argument);
          if (index === 0) continue;
          if (major >= 2 && ts.isObjectLiteralExpression(inner)) {
            const scopes = propertyOf(inner, 'scopes');
            if (!scopes) continue;
            report({
              at: argument,
              message: 'array',
              data: { major },
              state: { title: 'Give the scopes as an array', edit: replaceNode(argument, textOf(scopes)) },
            });
          } else if (major === 1 && ts.isArrayLiteralExpression(inner)) {
            report({
              at: argument,
              message: 'options',
              state: {
                title: 'Give the scopes in an object',
                edit: replaceNode(argument, `{ scopes: ${textOf(inner)} }`),
              },
            });
          }
        }
      }
    }

    function isTokens(ref: Ref): boolean {
      return values
        .deepRoots(ref)
        .some(
          (value) =>
            !value.path.length &&
            ts.isCallExpression(value.ref.node) &&
            ops
              .of({ ...value.ref, node: value.ref.node })
              .some((op) => op.kind === 'exchange' && !op.plain && isArctic(op.call)),
        );
    }

    function isArctic(call: Parameters<typeof providerOf>[1]): boolean {
      return providerOf(context, call) !== undefined || unseenClientOf(context, call) !== undefined;
    }
  },
  fixes: ({ title, edit }, context) => [{ title, kind: 'safe', edits: () => inFile(context.file, edit) }],
});
