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
import { importedName, typeOf } from '../../../core/values';
import type { Ref, Value } from '../../../core/values';
import { arcticMajor, providerOf, startShape, takesOptions, unseenClientOf } from '../../_shared/arctic';
import { generatorKind } from '../../_shared/oauth-cookies';

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
    why: 'From version 2 on the tokens are read by methods: in a template string `tokens.accessToken` becomes the text of a function, every request to the provider fails, and TypeScript says nothing. Scopes moved from an object to an array (version 3 silently sends none), GitHub wants a redirect URI as third argument, and with version 3 Auth0, Discord, Spotify and WorkOS take a code verifier or null before the scopes.',
    how: 'Call tokens.accessToken() with arctic 2 and 3, read tokens.accessToken with 1. Give scopes as an array from 2 on, and null where 3 lets you do without a verifier.',
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
    verifier: 'Arctic 3: {name} takes a code verifier, or null, before the scopes.',
    second: 'Arctic {major}: {name} takes no code verifier, the scopes come right after the state.',
    scopes: 'Arctic {major}: {name} needs its scopes as an array, the call throws without them.',
    exchange: 'Arctic 3: {name} takes a code verifier, or null, after the code.',
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
      if (
        major === 1 ||
        !(ts.isVariableDeclaration(node) || ts.isParameter(node)) ||
        !ts.isObjectBindingPattern(node.name)
      )
        return;
      const from = ts.isVariableDeclaration(node) ? node.initializer : undefined;
      const names = node.name.elements.filter((element) =>
        TOKENS.test((element.propertyName ?? element.name).getText(file.sourceFile)),
      );
      if (!names.length || !(from ? isTokens(context.ref(from)) : isOfTokens(context.ref(node)))) return;
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
        if (op.kind === 'exchange' && op.call.node === node) exchange(op.call);
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
        if (op.call.node === node && start(op.call)) continue;
        for (const [index, argument] of node.arguments.entries()) {
          if (index === 0) continue;
          const scopes = scopesIn(argument);
          if (major >= 2 && scopes) {
            report({
              at: argument,
              message: 'array',
              data: { major },
              state: { title: 'Give the scopes as an array', edit: replaceNode(argument, scopes) },
            });
          } else if (major === 1 && isList(argument) && providerOf(context, op.call) !== 'Shikimori') {
            report({
              at: argument,
              message: 'options',
              state: {
                title: 'Give the scopes in an object',
                edit: replaceNode(argument, `{ scopes: ${textOf(unwrap(argument))} }`),
              },
            });
          }
        }
      }
    }

    /** Reports a start whose arguments do not stand where this major looks for them. */
    function start({ node, file: at }: Ref<ts.CallExpression>): boolean {
      const name = providerOf(context, { node, file: at });
      const shape = name === undefined ? undefined : startShape(name, major!);
      if (name === undefined || !shape || !node.arguments.length || node.arguments.some(ts.isSpreadElement))
        return false;
      const [, second, third] = node.arguments;
      if (second && shape.verifier === 'optional' && (isList(second) || scopesIn(second) !== undefined)) {
        const scopes = scopesIn(second) ?? textOf(second);
        report({
          at: second,
          message: 'verifier',
          data: { name },
          ...(!third && {
            state: { title: 'Put null before the scopes', edit: replaceNode(second, `null, ${scopes}`) },
          }),
        });
      } else if (second && shape.verifier === 'none' && (major! >= 2 || third) && isVerifier(second)) {
        report({
          at: second,
          message: 'second',
          data: { major: major!, name },
          ...(third &&
            unwrap(second).kind === ts.SyntaxKind.NullKeyword && {
              state: {
                title: 'Leave out null',
                edit: { start: second.getStart(), end: third.getStart(), newText: '' },
              },
            }),
        });
      } else if (major! >= 2 && shape.scopes && node.arguments.length < (shape.verifier === 'none' ? 2 : 3)) {
        // Without its verifier it is a matter of PKCE.
        if (shape.verifier === 'needed' && (!second || isList(second) || scopesIn(second) !== undefined)) return false;
        report({ at: node, message: 'scopes', data: { major: major!, name } });
      } else return false;
      return true;
    }

    function exchange(call: Ref<ts.CallExpression>): void {
      const name = providerOf(context, call);
      if (name === undefined || startShape(name, major!)?.verifier !== 'optional') return;
      const { arguments: given } = call.node;
      if (given.length === 1 && !ts.isSpreadElement(given[0]!))
        report({ at: call.node, message: 'exchange', data: { name } });
    }

    /** The scopes of an object with scopes, as text: `{ scopes: […] }`, or a variable that holds one. */
    function scopesIn(argument: ts.Expression): string | undefined {
      const inner = unwrap(argument);
      if (ts.isObjectLiteralExpression(inner)) {
        const scopes = propertyOf(inner, 'scopes');
        return scopes && textOf(scopes);
      }
      const held = values.deepRoots(context.ref(inner));
      const holds = ({ ref: { node }, path }: Value): boolean =>
        !path.length && ts.isObjectLiteralExpression(node) && propertyOf(node, 'scopes') !== undefined;
      return held.length > 0 && held.every(holds) ? `${textOf(inner)}.scopes` : undefined;
    }

    function isList(argument: ts.Expression): boolean {
      const held = values.deepRoots(context.ref(argument));
      return held.length > 0 && held.every(({ ref, path }) => !path.length && ts.isArrayLiteralExpression(ref.node));
    }

    function isVerifier(argument: ts.Expression): boolean {
      const held = values.deepRoots(context.ref(argument));
      return (
        held.length > 0 &&
        held.every(
          (value) =>
            (!value.path.length && value.ref.node.kind === ts.SyntaxKind.NullKeyword) ||
            generatorKind(context, value) === 'verifier',
        )
      );
    }

    function isTokens(ref: Ref): boolean {
      return values
        .deepRoots(ref)
        .some(
          (value) =>
            !value.path.length &&
            (isOfTokens(value.ref) ||
              (ts.isCallExpression(value.ref.node) &&
                ops
                  .of({ ...value.ref, node: value.ref.node })
                  .some((op) => op.kind === 'exchange' && !op.plain && isArctic(op.call)))),
        );
    }

    /** Whether the declaration of a name says that it holds tokens of arctic: `(tokens: OAuth2Tokens) => …` */
    function isOfTokens({ node, file: { bindings } }: Ref): boolean {
      const type = typeOf(node);
      const name = type && ts.isTypeReferenceNode(type) ? type.typeName : undefined;
      if (!name) return false;
      const first = ts.isQualifiedName(name) ? name.left : name;
      const declared = ts.isIdentifier(first) ? bindings.get(first)?.declaration : undefined;
      const from = declared && importedName(declared);
      return (
        from?.specifier === 'arctic' && (ts.isQualifiedName(name) ? name.right.text : from.name) === 'OAuth2Tokens'
      );
    }

    function isArctic(call: Parameters<typeof providerOf>[1]): boolean {
      return providerOf(context, call) !== undefined || unseenClientOf(context, call) !== undefined;
    }
  },
  fixes: ({ title, edit }, context) => [{ title, kind: 'safe', edits: () => inFile(context.file, edit) }],
});
