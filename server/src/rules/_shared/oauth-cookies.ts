import type { FileContext } from '../../core/context';
import { literalText } from '../../core/cookies';
import type { Owner } from '../../core/ops';
import type { Project } from '../../core/project';
import { STATE_GENERATORS } from '../../core/packages';
import { calleeName, ts, wrapped } from '../../core/syntax';
import type { CallLike } from '../../core/syntax';
import { memoized } from '../../core/values';
import type { Ref, Value } from '../../core/values';
import { headerCookie, headersIn, isSerializer, nameOf, textName } from './cookie-flags';

/** A cookie that keeps an OAuth state or code verifier until the callback. */
export interface StateCookie {
  readonly kind: 'state' | 'verifier';
  /** The call (or header text) that writes it, parameters bound. */
  readonly at: Ref;
  /** The function from which it is written, where the value is made. */
  readonly owner: Owner;
  readonly name: string | undefined;
  readonly attributes: Ref | undefined;
  /** For a header put together by hand: its literal parts. */
  readonly text: string | undefined;
  readonly api: 'jar' | 'function' | 'express' | 'header';
  /** Set when sameSite is lax unless the options say otherwise. */
  readonly lax?: true;
  /** Where the value was made. */
  readonly source: Ref;
}

const CANDIDATE = /generateState|generateCodeVerifier|createAuthorizationURL|getAuthorizationUrl/;

/** Texts that were looked at already: facts change with each key, most texts do not. */
const looked = new WeakMap<Project, Map<string, { readonly text: string; readonly isCandidate: boolean }>>();

function isCandidate(project: Project, path: string): boolean {
  const text = project.text(path) ?? '';
  let known = looked.get(project);
  if (!known) looked.set(project, (known = new Map()));
  const before = known.get(path);
  if (before?.text === text) return before.isCandidate;
  const found = CANDIDATE.test(text) || (/cookie/i.test(text) && /oauth|\bstate\b/i.test(text));
  known.set(path, { text, isCandidate: found });
  return found;
}

/** All state and verifier cookies that the project writes. */
export function stateCookies(context: FileContext): readonly StateCookie[] {
  const { project, roles, frameworks } = context;
  const key = `stateCookies\0${project.modules.projectRootOf(context.path)}`;
  const known = project.projectMemo.get(key) as readonly StateCookie[] | undefined;
  if (known) return known;
  const found: StateCookie[] = [];
  for (const path of new Set([context.path, ...project.filesNear(context.path)])) {
    if (!isCandidate(project, path)) continue;
    if (frameworks.isAuxiliary(path)) continue;
    const file = path === context.path ? context.file : project.model(path);
    if (!file) continue;
    found.push(
      ...memoized(file, file.sourceFile, 'stateCookies', () => {
        const own: StateCookie[] = [];
        for (const owner of roles.owners(file)) collect(context, owner, own);
        return own;
      }),
    );
  }
  project.projectMemo.set(key, found);
  return found;
}

function collect(context: FileContext, owner: Owner, found: StateCookie[]): void {
  const { ops, values } = context;
  const add = (cookie: Omit<StateCookie, 'kind' | 'source' | 'owner'>, value: Ref | undefined): void => {
    const source = value && stateSource(context, owner, value);
    if (!source) return;
    if (found.some((other) => other.at.node === cookie.at.node && other.source.node === source.ref.node)) return;
    found.push({ ...cookie, owner, kind: source.kind, source: source.ref });
  };
  for (const { op } of ops.sites(owner)) {
    if (op.kind !== 'cookie' || op.action !== 'write' || op.lucia) continue;
    if (op.api === 'header') {
      if (!op.value) continue;
      const header = headerCookie(context, op.value, literalText(op.value, values));
      if (header)
        add(
          {
            at: header.at,
            name: nameOf(context, header.name) ?? textName(header.text),
            attributes: header.attributes,
            text: header.text,
            api: 'header',
          },
          header.value,
        );
    } else
      add(
        { at: op.call, name: nameOf(context, op.name), attributes: op.attributes, text: undefined, api: op.api },
        op.value,
      );
  }
  const addHeader = (part: Ref): void => {
    const cookie = headerCookie(context, part, literalText(part, values));
    if (cookie)
      add(
        {
          at: cookie.at,
          name: nameOf(context, cookie.name) ?? textName(cookie.text),
          attributes: cookie.attributes,
          text: cookie.text,
          api: 'header',
          ...(cookie.lax ? { lax: true } : {}),
        },
        cookie.value,
      );
  };
  // However the text that a serializer makes gets into the answer, it is a cookie.
  for (const node of ops.callsIn(owner.file, owner.node))
    if (isSerializer(context, { node, file: owner.file })) addHeader({ node, file: owner.file });
  for (const { value: header } of headersIn(context, owner)) {
    for (const part of ts.isArrayLiteralExpression(header.node) ? header.node.elements : [header.node])
      addHeader({ ...header, node: part });
  }
}

/** Whether a value is (or contains) a generated state or verifier, or the one that an authorization URL was made with. */
function stateSource(
  context: FileContext,
  owner: Owner,
  value: Ref,
): { kind: StateCookie['kind']; ref: Ref } | undefined {
  const { values, roles, ops } = context;
  for (const part of roles.parts(value)) {
    // A provider of the project's own offers the same method.
    for (const root of values.roots(part)) {
      const kind = olderKind(context, root);
      if (kind) return { kind, ref: root.ref };
    }
    for (const root of values.deepRoots(part)) {
      const kind = generatorKind(context, root);
      if (kind) return { kind, ref: root.ref };
    }
  }
  for (const { op } of ops.sites(owner)) {
    if (op.kind !== 'authorize' && op.kind !== 'begin') continue;
    const [state, verifier] =
      op.kind === 'authorize' ? op.call.node.arguments.map((node) => ({ ...op.call, node })) : [op.state];
    for (const [argument, kind] of [
      [state, 'state'],
      [verifier, 'verifier'],
    ] as const) {
      if (!argument || ts.isObjectLiteralExpression(argument.node) || ts.isArrayLiteralExpression(argument.node))
        continue;
      const given = values.deepRoots(argument);
      for (const part of roles.parts(value)) {
        for (const root of values.deepRoots(part)) {
          if (root.path.length || !ts.isCallExpression(root.ref.node)) continue;
          if (given.some((other) => other.ref.node === root.ref.node && !other.path.length))
            return { kind, ref: root.ref };
        }
      }
    }
  }
  return undefined;
}

/** `const [url, verifier, state] = await provider.getAuthorizationUrl()`, of the package before arctic. */
function olderKind(context: FileContext, { ref, path }: Value): StateCookie['kind'] | undefined {
  const { node } = ref;
  if (path.length !== 1 || !ts.isCallExpression(node) || calleeName(node) !== 'getAuthorizationUrl') return undefined;
  if (!context.version('@lucia-auth/oauth')) return undefined;
  const { parent } = wrapped(ts.isAwaitExpression(node.parent) ? node.parent : node, false);
  const names = ts.isVariableDeclaration(parent) && ts.isArrayBindingPattern(parent.name) ? parent.name.elements : [];
  if (names.length < 2 || names.length > 3) return undefined;
  return path[0] === String(names.length - 1) ? 'state' : path[0] === '1' ? 'verifier' : undefined;
}

export function generatorKind(context: FileContext, root: Value): StateCookie['kind'] | undefined {
  if (root.path.length || !ts.isCallExpression(root.ref.node)) return undefined;
  const name = calleeName(root.ref.node) ?? '';
  for (const callee of context.values.callees(root.ref as Ref<CallLike>)) {
    if (!callee.external || callee.path.length > 1) continue;
    const exported = callee.path[0] ?? callee.external.name;
    if (!STATE_GENERATORS.has(exported)) continue;
    return exported === 'generateState' ? 'state' : 'verifier';
  }
  // An auto-imported name.
  if (STATE_GENERATORS.has(name) && !context.values.targets(root.ref as Ref<CallLike>).length)
    return name === 'generateState' ? 'state' : 'verifier';
  return undefined;
}
