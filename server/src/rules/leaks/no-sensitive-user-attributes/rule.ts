import type { FileContext } from '../../../core/context';
import { inFile } from '../../../core/edit';
import { isHashName } from '../../../core/roles';
import { defineRule } from '../../../core/rule';
import { memberOf, propertyName, propertyOf, textOf, ts, unwrap } from '../../../core/syntax';
import type { FunctionNode } from '../../../core/syntax';
import type { Ref } from '../../../core/values';
import { leftOut } from '../../_shared/rows';

interface State {
  readonly property: ts.ObjectLiteralElementLike;
}

const SECRET_KEY =
  /(?:^|_)(?:secret|totp|salt|otp)(?:$|_|[A-Z])|(?:two_?factor|totp|mfa|otp)_?(?:secret|key)|(?:access|refresh|reset|verification|api)_?token|recovery_?codes?|^password$/i;

export default defineRule<State>({
  id: 'no-sensitive-user-attributes',
  family: 'leaks',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 200,
  frameworks: 'all',
  fixable: 'safe',
  docs: {
    what: 'getUserAttributes returns the whole user row, or a password hash, secret or token by name.',
    why: 'What it returns becomes `user`, and user objects travel: into page data, JSON answers and props of client components. The hash goes with them.',
    how: 'Return the attributes that the app shows, one by one. Read secrets from the database where they are needed.',
    limits: 'Attributes under other names that hold secrets are not recognised.',
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 15.3.1',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x24-V15-Secure-Coding-and-Architecture.md',
    },
    { title: 'Lucia v3: users', url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/basics/users.md' },
  ],
  messages: {
    key: '`{name}` becomes a property of every `user`, which reaches pages and JSON; do not return it here.',
    whole: 'All columns become properties of every `user`, the password hash included; name the ones that are needed.',
  },
  words: ['getUserAttributes', 'ash', 'ecret', 'otp', 'oken', 'assword', '...'],
  check(context, report) {
    // The function may be in a file of its own.
    const instances = context.project.indexed()
      ? context.roles.projectInstances(context.path)
      : context.roles.instances(context.file);
    for (const instance of instances) {
      const { options } = instance;
      if (!options) continue;
      for (const fn of functionsAt(context, options)) {
        for (const returned of context.values.returned({ node: fn.node as FunctionNode, file: fn.file })) {
          if (returned.file !== context.file) continue;
          const node = objectOf(context, returned) ?? unwrap(returned.node);
          if (ts.isObjectLiteralExpression(node)) {
            for (const property of node.properties) {
              if (ts.isSpreadAssignment(property)) {
                if (isRow(context, { ...returned, node: property.expression }, node))
                  report({ at: property, message: 'whole' });
                continue;
              }
              const name = propertyName(property.name);
              if (name === undefined || isFlag(property)) continue;
              const column = [name, columnOf(property)].find((key) => key && (isHashName(key) || SECRET_KEY.test(key)));
              if (column) report({ at: property, message: 'key', data: { name: column }, state: { property } });
            }
          } else if (isRow(context, returned, undefined)) report({ at: node, message: 'whole' });
        }
      }
    }
  },
  fixes: ({ property }, context) => [
    {
      title: `Do not return ${propertyName(property.name) ?? 'it'}`,
      kind: 'safe',
      edits: () => {
        const { text } = context.file;
        const next = /^\s*,/.exec(text.slice(property.end));
        let start = property.getStart();
        let end = property.end + (next?.[0].length ?? 0);
        const lineStart = text.lastIndexOf('\n', start) + 1;
        const rest = /^[ \t]*\r?\n/.exec(text.slice(end));
        if (text.slice(lineStart, start).trim() === '' && rest) {
          start = lineStart;
          end += rest[0].length;
        } else if (!next) {
          const before = /,\s*$/.exec(text.slice(0, start));
          if (before) start -= before[0].length;
        } else end += /^[ \t]*/.exec(text.slice(end))![0].length;
        return inFile(context.file, { start, end, newText: '' });
      },
    },
  ],
});

function functionsAt(context: FileContext, options: Ref<ts.ObjectLiteralExpression>): readonly Ref[] {
  const found = propertyOf(options.node, 'getUserAttributes');
  if (!found) return [];
  return ts.isMethodDeclaration(found)
    ? [{ ...options, node: found }]
    : context.values.functions({ ...options, node: found });
}

/** What is returned through a variable: `const attributes = { … }; return attributes;`. */
function objectOf(context: FileContext, returned: Ref): ts.ObjectLiteralExpression | undefined {
  const [only, ...others] = context.values.roots(returned);
  if (!only || others.length || only.path.length || only.ref.file !== returned.file) return undefined;
  return ts.isObjectLiteralExpression(only.ref.node) ? only.ref.node : undefined;
}

/** `hash: row.password_hash`: the column under another name. */
function columnOf(property: ts.ObjectLiteralElementLike): string | undefined {
  return ts.isPropertyAssignment(property) ? memberOf(unwrap(property.initializer))?.name : undefined;
}

/** The parameter itself, or the rest of it, with a secret in it that no later property hides. */
function isRow(context: FileContext, ref: Ref, object: ts.ObjectLiteralExpression | undefined): boolean {
  const isWhole = context.values
    .roots(ref)
    .some(({ ref: root, path }) => ts.isParameter(root.node) && path.every((part) => part === '...'));
  if (!isWhole) return false;
  const hidden = [
    ...leftOut(context, ref.node),
    ...(object?.properties.flatMap((property) => propertyName(property.name) ?? []) ?? []),
  ];
  const declared = registered(context);
  if (!declared) return !hidden.some(isSecretName);
  return declared.some((name) => isSecretName(name) && !hidden.includes(name));
}

function isSecretName(name: string): boolean {
  return isHashName(name) || SECRET_KEY.test(name);
}

/** The names of the attributes that the project registers, where they are written down. */
function registered(context: FileContext): readonly string[] | undefined {
  const { project } = context;
  const paths = [...new Set([context.path, ...project.filesNear(context.path)])];
  const declares = paths.filter((path) => project.mentions(path, 'DatabaseUserAttributes'));
  for (const path of declares) {
    const text = project.text(path) ?? '';
    const body = /DatabaseUserAttributes\s*(?::|=|extends[^{]*)?\s*\{([^}]*)\}/.exec(text)?.[1];
    if (body !== undefined) return namesIn(body);
    const named = /DatabaseUserAttributes\s*(?::|=|\bextends\b)\s*(?:import\([^)]*\)\.)?(\w+)\s*[;,}\n{]/.exec(
      text,
    )?.[1];
    if (named === undefined) continue;
    const declaration = new RegExp(`\\b(?:interface\\s+${named}|type\\s+${named}\\s*=)\\s*\\{([^}]*)\\}`);
    for (const other of [path, ...paths.filter((candidate) => project.mentions(candidate, named))]) {
      const found = declaration.exec(project.text(other) ?? '')?.[1];
      if (found !== undefined) return namesIn(found);
    }
  }
  return undefined;
}

function namesIn(body: string): readonly string[] {
  return [...body.matchAll(/['"]?(\w+)['"]?\??\s*:/g)].map((match) => match[1]!);
}

/** `hasPassword: row.hash !== null`, or a key that takes what a spread brought along away: `hash: undefined`. */
function isFlag(property: ts.ObjectLiteralElementLike): boolean {
  if (!ts.isPropertyAssignment(property)) return false;
  const value = unwrap(property.initializer);
  if (value.kind === ts.SyntaxKind.NullKeyword || ts.isVoidExpression(value)) return true;
  if (ts.isIdentifier(value) && value.text === 'undefined') return true;
  if (ts.isPrefixUnaryExpression(value) || ts.isBinaryExpression(value)) return true;
  return /^(?:Boolean|!!)/.test(textOf(value)) || value.kind === ts.SyntaxKind.FalseKeyword;
}
