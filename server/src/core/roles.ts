import { headerCookieOf, lastName } from './cookies';
import type { CookieOp } from './cookies';
import { isEquality } from './conditions';
import type { Fact } from './conditions';
import type { EntryPoint, Frameworks } from './framework';
import { bindingOf, exportNamesOf, nameOfFunction } from './model';
import type { FileModel } from './model';
import type { Ops, Owner, Site } from './ops';
import type { Project } from './project';
import {
  argumentsOf,
  calleeName,
  enclosingFunction,
  isFunctionNode,
  memberOf,
  propertyName,
  propertyOf,
  stringValue,
  ts,
  unwrap,
  walk,
  wrapped,
} from './syntax';
import type { CallLike, FunctionNode } from './syntax';
import { isUnseen, memoized, memoizedRefWithCallers, memoizedWithCallers, sameRoot, typeOf } from './values';
import type { FunctionRef, Ref, Value, Values } from './values';

/** One `new Lucia(adapter, options)`, or the super call of a subclass. */
export interface Instance {
  readonly call: Ref<ts.NewExpression | ts.CallExpression>;
  readonly adapter: Ref | undefined;
  /** The options argument, when it is written as (or leads to) an object literal. */
  readonly options: Ref<ts.ObjectLiteralExpression> | undefined;
}

/** A function that reads the request's session id, validates it and gives back (or stores) user and session. */
export interface Wrapper {
  readonly fn: FunctionRef;
  /** The name it is called by in its file. */
  readonly name: string;
  /** The names under which its file exports it. */
  readonly exports: readonly string[];
}

/** Types that schema libraries infer: of Zod, Valibot and TypeBox. */
/** Through how many helpers a user is followed that is handed to a function; a helper may hand it to itself. */
const MAX_HANDS = 3;

/** How many methods of texts lie between a value and its name at most. */
const MAX_STEPS_TO_NAME = 8;

const INFERS = /^(?:\w+\.)?(?:infer|input|output|TypeOf|Infer(?:Input|Output)?|Static)$/;

/** What a value is that must not leave the server or reach a log. */
export type SecretKind =
  | 'session id'
  | 'session'
  | 'session cookie'
  | 'cookies'
  | 'request headers'
  | 'password'
  | 'form with the password'
  | 'password hash'
  | 'OAuth token'
  | 'OAuth code'
  | 'OAuth state'
  | 'code verifier'
  | 'reset token';

/** A read of a request cookie: the expression of its name, or the part of the name that is written in a pattern or path. */
export interface CookieRead {
  readonly name: Ref | undefined;
  readonly text?: string;
}

/** How a value that a function made of validateSession relates to it. */
export type SessionPart = 'result' | 'session' | 'user';

export interface Roles {
  instances(file: FileModel): readonly Instance[];
  /** All instances of the project that a path belongs to. */
  projectInstances(path: string): readonly Instance[];
  /** Whether the function's own body validates a session that it takes from the request, and hands the result on. */
  isWrapper(fn: FunctionRef): boolean;
  /** Whether a function validates the session that it takes from the request and gives back the row of its user. */
  returnsRowOfUser(fn: FunctionRef): boolean;
  /** All wrappers of the project that a path belongs to. */
  wrappers(path: string): readonly Wrapper[];
  /** Which part of a validated session a value is, if any: from Lucia, a wrapper, or the request context. */
  sessionPart(ref: Ref): SessionPart | undefined;
  /** A value that the client controls. */
  isRequestInput(ref: Ref): boolean;
  /** The name under which a request input was read, such as `password` in `body.password`. */
  inputName(ref: Ref): string | undefined;
  /**
   * A value read from a request cookie; gives the cookie's name expression when there is one, else as much of its name as
   * is written out: `req.cookies.theme`, `header.match(/theme=([^;]+)/)`.
   */
  cookieRead(value: Value): CookieRead | undefined;
  /** Whether a value only says that a request cookie is there: `cookies().has(name)`. */
  cookieTest(value: Value): { readonly name: Ref } | undefined;
  readsCookie(ref: Ref): boolean;
  /** A value from the URL's query or the request body. */
  readsQuery(ref: Ref): boolean;
  /** A value from a header of the request that clients choose freely. */
  readsHeader(ref: Ref): boolean;
  /** The header that a decorated parameter of a controller stands for: `@Headers('host') host`; '' for all of them. */
  requestHeader(value: Value): string | undefined;
  isSessionCookieName(ref: Ref): boolean;
  /** Whether a cookie operation concerns the session cookie. */
  isSessionCookie(op: CookieOp): boolean;
  isPassword(ref: Ref): boolean;
  secret(ref: Ref): SecretKind | undefined;
  /** The smaller expressions whose text ends up in a message: template parts, properties, arguments of JSON.stringify. */
  parts(ref: Ref): readonly Ref[];
  /** Whether a known fact says that the value (or a property on the way to it) is missing, or present. */
  missing(fact: Fact): { readonly values: readonly Value[]; readonly missing: boolean } | undefined;
  /** The functions and files whose code should be looked at one by one. */
  owners(file: FileModel): readonly Owner[];
  /** Sites of an owner, by kind. */
  sites(owner: Owner): readonly Site[];
  entryOf(owner: Owner): EntryPoint | undefined;
  /** Calls of a function of the file, in indexed files of the project. */
  callersOf(fn: FunctionRef): readonly Ref<CallLike>[];
  headerCookies(file: FileModel): readonly { readonly object: Ref<ts.ObjectLiteralExpression>; readonly value: Ref }[];
}

const PASSWORD_NAME =
  /^(?:(?:new|next|current|old|confirm|repeat|user|plain|raw|login|signup|account|my|input|entered|submitted|given|the)[-_]?)*(?:pass(?:word|wd|phrase|code)?|pwd|pw|passwort|contrasena|motdepasse|senha)(?:_?(?:input|value|field|plain|text|confirm|confirmation|raw|1|2))?$/i;
const HASH_NAME =
  /(?:pass(?:word|wd)?|pwd|pw)_?(?:hash|digest|hashed|enc|crypt)|(?:hash(?:ed)?|(?:en)?crypt(?:ed)?)_?(?:pass(?:word|wd)?|pwd|pw)|^(?:password_?hash|pw_?hash)$/i;

/** What a wrapper may be given: the request, or what frameworks hand around with it. */
const REQUEST_NAME = /^(?:req|request|event|ctx|context|c|cookies|headers|locals|Astro)$/;

const TOKEN_PART = /^(?:accessToken|refreshToken|idToken)$/;
/** As the answer of the provider names them. */
const FOREIGN_TOKEN = /^(?:access|refresh|id)_token$/;
const FOREIGN_TOKEN_PART = /^(?:tokens?|(?:access|refresh|id)_token)$/;

export function isPasswordName(name: string): boolean {
  return PASSWORD_NAME.test(name);
}

export function isHashName(name: string): boolean {
  return HASH_NAME.test(name);
}

export function createRoles(project: Project, values: Values, ops: Ops, frameworks: Frameworks): Roles {
  const instances = (file: FileModel): readonly Instance[] =>
    memoized(file, file.sourceFile, 'instances', () => {
      const found: Instance[] = [];
      for (const call of file.calls) {
        if (ts.isTaggedTemplateExpression(call)) continue;
        const ref: Ref<ts.NewExpression | ts.CallExpression> = { node: call, file };
        const isSuper = ts.isCallExpression(call) && call.expression.kind === ts.SyntaxKind.SuperKeyword;
        if (
          ts.isNewExpression(call)
            ? !isDirectInstance(ref as Ref<ts.NewExpression>)
            : !isSuper || !inLuciaSubclass(call, file)
        )
          continue;
        const [adapter, options] = argumentsOf(call);
        found.push({
          call: ref,
          adapter: adapter && { node: adapter, file },
          options: options && objectOf({ node: options, file }),
        });
      }
      return found;
    });

  const isDirectInstance = (ref: Ref<ts.NewExpression>): boolean =>
    values
      .roots({ ...ref, node: ref.node.expression })
      .some((value) => value.external?.module === 'lucia' && value.external.name === 'Lucia' && !value.path.length);

  const inLuciaSubclass = (call: ts.CallExpression, file: FileModel): boolean => {
    let current = call.parent as ts.Node | undefined;
    while (current && !ts.isClassLike(current)) current = current.parent as ts.Node | undefined;
    const base = current?.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0]
      ?.expression;
    return (
      !!base &&
      values
        .roots({ node: base, file })
        .some((value) => value.external?.module === 'lucia' && value.external.name === 'Lucia')
    );
  };

  const objectOf = (ref: Ref): Ref<ts.ObjectLiteralExpression> | undefined => {
    const value = values.deepRoots(ref).find((v) => !v.path.length && ts.isObjectLiteralExpression(v.ref.node));
    return value?.ref as Ref<ts.ObjectLiteralExpression> | undefined;
  };

  const projectInstances = (path: string): readonly Instance[] => {
    const key = `instances\0${project.modules.projectRootOf(path)}`;
    const known = project.projectMemo.get(key) as readonly Instance[] | undefined;
    if (known) return known;
    const found: Instance[] = [];
    for (const near of project.filesNear(path)) {
      if (!/\bLucia\b/.test(project.text(near) ?? '')) continue;
      const file = project.model(near);
      if (file) found.push(...instances(file));
    }
    project.projectMemo.set(key, found);
    return found;
  };

  /** The calls of validateSession that a function makes, helpers included. */
  const validations = (fn: Owner): readonly Site[] =>
    ops.sites(fn).filter((site) => site.op.kind === 'lucia' && site.op.method === 'validateSession');

  const isWrapper = (fn: FunctionRef): boolean =>
    memoizedWithCallers(fn.file, fn.node, 'isWrapper', () => {
      const found = validations({ node: fn.node, file: fn.file });
      if (!found.length) return false;
      const entry = frameworks.entryPoints(fn.file).find((candidate) => candidate.fn.node === fn.node);
      if (
        entry &&
        entry.kind !== 'middleware' &&
        entry.kind !== 'layout' &&
        !isServerHelper(entry) &&
        !isCalledHelper(entry)
      )
        return false;
      if (ts.isMethodDeclaration(fn.node) && propertyName(fn.node.name) === 'validateSession') return false;
      return found.some((site) => handsOn(fn, site));
    });

  /** In a file of server functions the wrapper itself is exported as one; it then takes no arguments. */
  const isServerHelper = (entry: EntryPoint): boolean =>
    entry.kind === 'action' && !ts.isSourceFile(entry.fn.node) && entry.fn.node.parameters.length === 0;

  /** A function with a handler's parameters that own code calls by itself. */
  const isCalledHelper = (entry: EntryPoint): boolean => {
    const { node, file } = entry.fn;
    return (
      entry.kind === 'route' &&
      !ts.isSourceFile(node) &&
      /^(?:express|fastify|hono)$/.test(entry.framework) &&
      callersOf({ node, file }).length > 0
    );
  };

  const handsOn = (fn: FunctionRef, site: Site): boolean => {
    const { node } = fn;
    /** The result itself, a part of it, or an object or a tuple that holds one: `{ ok: true, data: { user } }`. */
    const isResult = (ref: Ref, depth = 0): boolean =>
      values
        .roots(ref)
        .some(
          (value) =>
            value.ref.node === site.at ||
            (!value.path.length &&
              depth < 3 &&
              heldIn(value.ref.node).some((node) => isResult({ ...value.ref, node }, depth + 1))),
        );
    const heldIn = (node: ts.Node): readonly ts.Node[] =>
      ts.isArrayLiteralExpression(node)
        ? node.elements
        : ts.isObjectLiteralExpression(node)
          ? node.properties.flatMap((property) =>
              ts.isPropertyAssignment(property)
                ? property.initializer
                : ts.isShorthandPropertyAssignment(property)
                  ? property.name
                  : ts.isSpreadAssignment(property)
                    ? property.expression
                    : [],
            )
          : [];
    if (values.returned(fn).some((ref) => isResult(ref))) return true;
    let stored = false;
    const visit = (current: ts.Node): void => {
      if (stored) return;
      if (
        ts.isBinaryExpression(current) &&
        current.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
        memberOf(current.left)
      ) {
        if (isResult({ ...fn, node: current.right })) stored = true;
      } else if (ts.isCallExpression(current)) {
        const name = calleeName(current);
        // Middleware that lets the request go on: what it looked up may be in the row of a user, or nowhere.
        if (name === 'next' && !current.arguments.length && isParameterOf(node, current.expression)) stored = true;
        if (name && /^(?:set|assign|decorate|setContext|next|provide|run|enterWith)$/.test(name)) {
          if (!isColumns(current) && current.arguments.some((argument) => isResult({ ...fn, node: argument })))
            stored = true;
        }
      }
      ts.forEachChild(current, visit);
    };
    // db.update(table).set({ changedBy: user.id })
    const isColumns = (call: ts.CallExpression): boolean => {
      const object = memberOf(unwrap(call.expression))?.object;
      const inner = object && unwrap(object);
      return !!inner && ts.isCallExpression(inner) && calleeName(inner) === 'update';
    };
    if (node.body) visit(node.body);
    return stored;
  };

  /** A parameter, or a part of one: `({ ctx, next }) => next()`. */
  const isParameterOf = (fn: FunctionNode, name: ts.Expression): boolean =>
    ts.isIdentifier(name) &&
    fn.parameters.some((parameter) =>
      ts.isIdentifier(parameter.name)
        ? parameter.name.text === name.text
        : ts.isObjectBindingPattern(parameter.name) &&
          parameter.name.elements.some((element) => ts.isIdentifier(element.name) && element.name.text === name.text),
    );

  const wrappers = (path: string): readonly Wrapper[] => {
    const key = `wrappers\0${project.modules.projectRootOf(path)}`;
    const known = project.projectMemo.get(key) as readonly Wrapper[] | undefined;
    if (known) return known;
    const found: Wrapper[] = [];
    project.projectMemo.set(key, found);
    for (const near of project.filesNear(path)) {
      const text = project.text(near) ?? '';
      if (!text.includes('validateSession')) continue;
      const file = project.model(near);
      if (!file) continue;
      for (const fn of file.functions) {
        if (!fn.body || !directlyValidates(fn, file)) continue;
        const ref: FunctionRef = { node: fn, file };
        if (!isWrapper(ref)) continue;
        found.push({ fn: ref, name: nameOfFunction(fn)?.text ?? '', exports: exportsOfFunction(file, fn) });
      }
    }
    return found;
  };

  const directlyValidates = (fn: FunctionNode, file: FileModel): boolean =>
    ops.callsIn(file, fn).some((call) => calleeName(call) === 'validateSession');

  const exportsOfFunction = (file: FileModel, fn: FunctionNode): readonly string[] => {
    const direct = exportNamesOf(file, fn);
    if (direct.length) return direct;
    // export const validateRequest = cache(fn)
    let current: ts.Node = fn;
    while (current.parent && !ts.isSourceFile(current.parent) && !isFunctionNode(current.parent)) {
      current = current.parent;
      const names = exportNamesOf(file, current);
      if (names.length) return names;
      if (ts.isVariableDeclaration(current)) break;
    }
    // const inner = async () => …; export const outer = cache(inner)
    const name = nameOfFunction(fn);
    const binding = name && bindingOf(file, name);
    for (const use of binding?.uses ?? []) {
      const parent = use.parent as ts.Node | undefined;
      if (parent && ts.isCallExpression(parent) && parent.arguments.some((argument) => argument === use)) {
        const names = exportNamesOf(file, parent);
        if (names.length) return names;
      }
    }
    return [];
  };

  const sessionPart = (ref: Ref): SessionPart | undefined =>
    memoizedRefWithCallers(ref, 'sessionPart', () => computeSessionPart(ref, 0));

  const computeSessionPart = (ref: Ref, hands: number): SessionPart | undefined => {
    for (const value of values.roots(ref)) {
      const part = partOf(value);
      if (part) return part;
    }
    for (const value of hands < MAX_HANDS ? values.roots(ref) : []) {
      for (const given of handedOver(value)) {
        const part = computeSessionPart(given, hands + 1);
        if (part) return part;
      }
    }
    // `const { session } = requireLogin(context)`: a guard that gives back what is on the context.
    const isGiven = values.roots(ref).some(({ ref: { node }, path }) => path.length > 0 && ts.isCallExpression(node));
    if (!isGiven) return undefined;
    for (const value of values.deepRoots(ref)) {
      const part = ts.isParameter(value.ref.node) ? partOf(value) : undefined;
      if (part) return part;
    }
    return undefined;
  };

  /** What an own helper calls a function with that it is given: `signedIn((user, input) => …)`. */
  const handedOver = ({ ref, path, external }: Value): readonly Ref[] => {
    const { node, file } = ref;
    if (external || path.length || !ts.isParameter(node) || !isFunctionNode(node.parent)) return [];
    const fn = node.parent;
    const index = fn.parameters.indexOf(node);
    const call = wrapped(fn).parent;
    const place = ts.isCallExpression(call) ? call.arguments.findIndex((argument) => unwrap(argument) === fn) : -1;
    if (place < 0) return [];
    return values.targets({ node: call as ts.CallExpression, file }).flatMap((helper) => {
      const handler = helper.node.parameters[place]?.name;
      const uses = handler && ts.isIdentifier(handler) ? (helper.file.bindings.get(handler)?.uses ?? []) : [];
      return uses.flatMap((use): readonly Ref[] => {
        const made = use.parent;
        if (!ts.isCallExpression(made) || made.expression !== use) return [];
        // `handler(user, ...args)`: from the first on that is spread, it cannot be told which is which.
        const given = made.arguments.slice(0, index + 1).find(ts.isSpreadElement) ?? made.arguments[index];
        return given ? [{ node: given, file: helper.file }] : [];
      });
    });
  };

  const partOf = (value: Value): SessionPart | undefined => {
    const { node } = value.ref;
    const [first, second] = value.path;
    if (ts.isCallExpression(node)) {
      const kind = resultOfCall(value.ref as Ref<ts.CallExpression>);
      if (kind === 'session' && !value.path.length) return 'session';
      // In Lucia 1 and 2 the session has its user with it.
      if (kind === 'session' && value.path.length === 1 && first === 'user') return 'user';
      if (kind === 'result') {
        if (first === undefined) return 'result';
        if (value.path.length === 1 && (first === 'session' || first === 'user')) return first;
      }
      if (kind === 'user' && !value.path.length) return 'user';
    }
    // event.locals.session, ctx.user, res.locals.user, event.context.user, c.get("user"), c.var.user
    const last = value.path[value.path.length - 1];
    if ((last === 'session' || last === 'user') && isContext(value)) return last;
    const given = last === undefined ? undefined : contextParts(value.ref.file.path).get(last);
    if (given && isContext(value)) return given;
    if (ts.isCallExpression(node) && !value.path.length && calleeName(node) === 'get') {
      const key = stringValue(node.arguments[0]);
      const holder = memberOf(unwrap(node.expression));
      const kept = key === 'session' || key === 'user' ? key : contextParts(value.ref.file.path).get(key ?? '');
      if (kept && holder && !isInputHolder({ ...value.ref, node: holder.object })) return kept;
    }
    void second;
    return undefined;
  };

  /** The names under which the wrappers of a project put the session and its user on the context: `locals.member = user`. */
  const contextParts = (path: string): ReadonlyMap<string, 'session' | 'user'> => {
    const key = `contextParts\0${project.modules.projectRootOf(path)}`;
    const known = project.projectMemo.get(key) as ReadonlyMap<string, 'session' | 'user'> | undefined;
    if (known) return known;
    const found = new Map<string, 'session' | 'user'>();
    project.projectMemo.set(key, found);
    for (const { fn } of wrappers(path)) {
      const partAt = (node: ts.Node): 'session' | 'user' | undefined => {
        for (const value of values.roots({ ...fn, node })) {
          const [part, more] = value.path;
          if (part === undefined || more !== undefined || !ts.isCallExpression(value.ref.node)) continue;
          const call = value.ref as Ref<ts.CallExpression>;
          if (resultOfCall(call) !== 'result') continue;
          if (part === 'session' || part === 'user') return part;
          // Sessions of one's own call their user as they like.
          const isOwn = ops.of(call).some((op) => op.kind === 'lucia' && op.own);
          if (isOwn && !/fresh|cookie|token|expire|error|id$/i.test(part)) return 'user';
        }
        return undefined;
      };
      const add = (name: string | undefined, node: ts.Node): void => {
        if (name === undefined || name === 'session' || name === 'user') return;
        const part = partAt(node);
        if (part) found.set(name, part);
      };
      const visit = (node: ts.Node): void => {
        if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken)
          add(memberOf(node.left)?.name, node.right);
        else if (ts.isPropertyAssignment(node)) add(propertyName(node.name), node.initializer);
        else if (ts.isShorthandPropertyAssignment(node)) add(node.name.text, node.name);
        else if (ts.isCallExpression(node) && calleeName(node) === 'set' && node.arguments[1])
          add(stringValue(node.arguments[0]), node.arguments[1]);
        ts.forEachChild(node, visit);
      };
      if (fn.node.body) visit(fn.node.body);
    }
    return found;
  };

  /** `url.searchParams`, a form, a map of headers: what get() gives there is no part of the request's context. */
  const isInputHolder = (ref: Ref): boolean =>
    values.roots(ref).some((value) => {
      if (/^(?:searchParams|query|formData|form|params|body|headers|cookies|cookieStore)$/.test(lastName(value) ?? ''))
        return true;
      const { node } = value.ref;
      if (ts.isNewExpression(node) || ts.isAwaitExpression(node)) return true;
      if (ts.isCallExpression(node))
        return /^(?:formData|readFormData|useSearchParams|cookies|headers)$/.test(calleeName(node) ?? '');
      return /\b(?:FormData|URLSearchParams|Headers|Map)\b/.test(typeOf(node)?.getText() ?? '');
    });

  const isContext = (value: Value): boolean => {
    const before = value.path[value.path.length - 2];
    if (before !== undefined && /^(?:locals|context|ctx|var|state|auth)$/.test(before)) return true;
    const { node } = value.ref;
    if (value.path.length === 1) {
      if (ts.isParameter(node) || (ts.isIdentifier(node) && !value.external)) {
        // Elysia's handlers take their context apart: `({ user, set }) => …`.
        if (ts.isParameter(node) && ts.isObjectBindingPattern(node.name))
          return isFunctionNode(node.parent) && frameworks.has(value.ref.file.path, 'elysia');
        const name = ts.isIdentifier(node) ? node.text : ts.isIdentifier(node.name) ? node.name.text : '';
        return /^(?:ctx|context|locals|c|req|request)$/.test(name);
      }
    }
    return false;
  };

  const resultOfCall = (call: Ref<ts.CallExpression>): 'result' | 'session' | 'user' | undefined => {
    const targets = values.targets(call);
    for (const op of ops.of(call)) {
      if (op.kind !== 'lucia') continue;
      if (op.method === 'validateSession') return op.own && targets.every(returnsUserOnly) ? 'user' : 'result';
      if (op.method === 'createSession') return 'session';
    }
    for (const target of targets) {
      if (isWrapperLike(target)) return returnsUserOnly(target) ? 'user' : 'result';
    }
    if (targets.some(returnsRowOfUser)) return 'user';
    if (targets.length) return undefined;
    return legacyResult(call) ?? (isUnseenWrapper(call) ? 'result' : undefined);
  };

  /** `auth.handleRequest(context).validate()` of Lucia 1 and 2, also where the request is kept on the context. */
  const legacyResult = (call: Ref<ts.CallExpression>): 'result' | 'session' | undefined => {
    const name = calleeName(call.node);
    if (name !== 'validate' && name !== 'validateBearerToken' && name !== 'validateUser') return undefined;
    const member = memberOf(unwrap(call.node.expression));
    if (!member || !project.isLegacyLucia(call.file.path)) return undefined;
    const isRequest = values.roots({ ...call, node: member.object }).some((value) => {
      const last = value.path[value.path.length - 1];
      if (last !== undefined) return legacyRequests(call.file.path).has(last);
      const { node } = value.ref;
      if (!ts.isCallExpression(node)) return false;
      if (calleeName(node) === 'get') return legacyRequests(call.file.path).has(stringValue(node.arguments[0]) ?? '');
      return calleeName(node) === 'handleRequest' && memberOf(unwrap(node.expression)) !== undefined;
    });
    return isRequest ? (name === 'validateUser' ? 'result' : 'session') : undefined;
  };

  /** The names under which a project keeps what handleRequest() gives: `locals.auth = auth.handleRequest(event)`. */
  const legacyRequests = (path: string): ReadonlySet<string> => {
    const key = `legacyRequests\0${project.modules.projectRootOf(path)}`;
    const known = project.projectMemo.get(key) as ReadonlySet<string> | undefined;
    if (known) return known;
    const found = new Set<string>();
    project.projectMemo.set(key, found);
    for (const near of project.filesNear(path)) {
      if (!project.mentions(near, 'handleRequest')) continue;
      for (const call of project.model(near)?.calls ?? []) {
        if (calleeName(call) !== 'handleRequest') continue;
        const { parent } = wrapped(call);
        if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
          const name = memberOf(parent.left)?.name;
          if (name !== undefined) found.add(name);
        } else if (ts.isPropertyAssignment(parent)) found.add(propertyName(parent.name) ?? '');
        else if (ts.isCallExpression(parent) && calleeName(parent) === 'set')
          found.add(stringValue(parent.arguments[0]) ?? '');
      }
    }
    found.delete('');
    return found;
  };

  /**
   * `const { user } = await validateRequest()` of a module that cannot be read. That the answer to no question but the
   * request holds a user or a session is what wrappers have in common, however they are called.
   */
  const isUnseenWrapper = ({ node, file }: Ref<ts.CallExpression>): boolean => {
    const callee = unwrap(node.expression);
    if (!ts.isIdentifier(callee) || !values.roots({ node: callee, file }).some(isUnseen)) return false;
    if (
      !node.arguments.every((argument, index) => {
        const given = memberOf(unwrap(argument))?.name ?? unwrap(argument).getText();
        // validateRequest(req, res), where the answer takes the renewed cookie.
        return REQUEST_NAME.test(given) || (index > 0 && /^(?:res|response|reply)$/.test(given));
      })
    )
      return false;
    if (!project.usesLucia(file.path)) return false;
    const awaited = wrapped(node, false).parent;
    if (!ts.isAwaitExpression(awaited)) return false;
    const outer = wrapped(awaited, false);
    const { parent } = outer;
    const isPart = (name: string | undefined): boolean => name === 'user' || name === 'session';
    if (memberOf(parent)?.object === outer) return isPart(memberOf(parent)?.name);
    if (!ts.isVariableDeclaration(parent)) return false;
    if (ts.isObjectBindingPattern(parent.name))
      return (
        parent.name.elements.length > 0 &&
        parent.name.elements.every((element) => isPart((element.propertyName ?? element.name).getText()))
      );
    const uses = ts.isIdentifier(parent.name) ? (file.bindings.get(parent.name)?.uses ?? []) : [];
    return (
      /validateRequest/.test(callee.text) &&
      uses.some((use) => memberOf(use.parent)?.object === use && isPart(memberOf(use.parent)?.name))
    );
  };

  /** A wrapper, or a function that returns what a wrapper gave it. */
  const isWrapperLike = (fn: FunctionRef, depth = 0): boolean => {
    const bare: FunctionRef = { node: fn.node, file: fn.file };
    if (isWrapper(bare)) return true;
    if (depth >= 3) return false;
    return values.returned(bare).some((ref) =>
      values.roots(ref).some((value) => {
        if (!ts.isCallExpression(value.ref.node)) return false;
        return values
          .targets(value.ref as Ref<CallLike>)
          .some((target) => target.node !== fn.node && isWrapperLike(target, depth + 1));
      }),
    );
  };

  /** `getUser()` that validates the session and gives back the user's row: `users.find({ where: { id: user.id } })`. */
  const returnsRowOfUser = (fn: FunctionRef): boolean =>
    memoizedWithCallers(fn.file, fn.node, 'returnsRowOfUser', () => {
      const bare: FunctionRef = { node: fn.node, file: fn.file };
      // A helper that asks itself who is there.
      if (asking.has(fn.node) || !validations(bare).length) return false;
      asking.add(fn.node);
      const given = values
        .returned(bare)
        .filter(({ node }) => node.kind !== ts.SyntaxKind.NullKeyword && node.getText() !== 'undefined');
      const isRow = (ref: Ref, depth = 0): boolean =>
        values.roots(ref).some(({ ref: { node, ...place }, external }) => {
          if (external) return false;
          // `{ ...row, id: String(row.id) }`
          if (ts.isObjectLiteralExpression(node) && depth < 2)
            return node.properties.some(
              (property) =>
                ts.isSpreadAssignment(property) && isRow({ ...place, node: property.expression }, depth + 1),
            );
          return (
            ts.isCallExpression(node) &&
            ops
              .of({ ...place, node })
              .some(
                (op) =>
                  op.kind === 'database' &&
                  op.verb === 'read' &&
                  /user|account|member/i.test(op.tableName ?? '') &&
                  op.filter.some((filter) => namesUser(filter)),
              )
          );
        });
      const isRowOfUser = given.length > 0 && given.every((ref) => isRow(ref));
      asking.delete(fn.node);
      return isRowOfUser;
    });

  const asking = new Set<ts.Node>();

  /** Whether a condition holds the id of the session's user. */
  const namesUser = (filter: Ref, depth = 0): boolean => {
    let found = false;
    const visit = (node: ts.Node): void => {
      const member = memberOf(node);
      found ||= !!member && /^(?:id|userId)$/.test(member.name) && !!sessionPart({ ...filter, node: member.object });
      // const userId = Number(user.id)
      const declaration = ts.isIdentifier(node) && depth < 2 ? bindingOf(filter.file, node)?.declaration : undefined;
      if (declaration && ts.isVariableDeclaration(declaration) && declaration.initializer && declaration.name !== node)
        found ||= namesUser({ ...filter, node: declaration.initializer }, depth + 1);
      if (!found) ts.forEachChild(node, visit);
    };
    visit(filter.node);
    return found;
  };

  const returnsUserOnly = (fn: FunctionRef): boolean => {
    const bare: FunctionRef = { node: fn.node, file: fn.file };
    const parts = values.returned(bare).flatMap((ref) => values.roots(ref));
    return (
      parts.length > 0 &&
      parts.some((value) => value.path[value.path.length - 1] === 'user') &&
      !parts.some((value) => ts.isCallExpression(value.ref.node) && !value.path.length)
    );
  };

  /** What holds the cookies of the request. */
  const isCookieJar = (ref: Ref): boolean =>
    values.roots(ref).some((root) => {
      const last = lastName(root);
      if (last && /^(?:cookies|cookieStore|cookieJar|cookie)$/.test(last)) return true;
      return (
        ts.isCallExpression(root.ref.node) &&
        !root.path.length &&
        /^(?:cookies|parseCookies|getCookies)$/.test(calleeName(root.ref.node) ?? '')
      );
    });

  const cookieTest = (value: Value): { readonly name: Ref } | undefined => {
    const { node } = value.ref;
    // `lucia.sessionCookieName in parseCookies(event)`
    if (!value.path.length && ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword)
      return isCookieJar({ ...value.ref, node: node.right }) ? { name: { ...value.ref, node: node.left } } : undefined;
    if (value.path.length || !ts.isCallExpression(node) || calleeName(node) !== 'has') return undefined;
    const member = memberOf(unwrap(node.expression));
    const [name] = node.arguments;
    if (!member || !name || !isCookieJar({ ...value.ref, node: member.object })) return undefined;
    return { name: { ...value.ref, node: name } };
  };

  /** Values whose cookie is being looked for: `text = text.split(';')` in a loop comes out of itself. */
  const reading = new Set<ts.Node>();

  const cookieRead = (value: Value): CookieRead | undefined => {
    const { node } = value.ref;
    if (value.external || reading.has(node)) return undefined;
    reading.add(node);
    try {
      return cookieReadAt(value);
    } finally {
      reading.delete(node);
    }
  };

  const cookieReadAt = (value: Value): CookieRead | undefined => {
    const { node } = value.ref;
    if (ts.isCallExpression(node)) {
      const name = calleeName(node);
      const member = memberOf(unwrap(node.expression));
      const argument = (index: number): Ref | undefined =>
        node.arguments[index] && { ...value.ref, node: node.arguments[index]! };
      if (name === 'getCookie' || name === 'getSignedCookie')
        return { name: argument(node.arguments.length > 1 ? 1 : 0) };
      if (name === 'parseCookies' || name === 'readSessionCookie' || name === 'getCookies' || name === 'useCookie')
        return { name: undefined };
      if (member && (name === 'get' || name === 'parse' || name === 'getAll')) {
        if (isCookieJar({ ...value.ref, node: member.object })) return { name: argument(0) };
        if (name === 'get' && /^cookie$/i.test(stringValue(node.arguments[0]) ?? '')) return { name: undefined };
      }
      if (name === 'header' && /^cookie$/i.test(stringValue(node.arguments[0]) ?? '')) return { name: undefined };
      // c.req.valid('cookie').name
      if (isValidPart(node, 'cookie')) return { name: undefined, text: value.path[0] };
      // cookie.parse(header).name
      if (name === 'parse' && node.arguments[0] && readsCookie({ ...value.ref, node: node.arguments[0] }))
        return { name: undefined };
      if (name === 'split' && member && readsCookie({ ...value.ref, node: member.object })) return { name: undefined };
      // header.match(/theme=([^;]+)/), or the same pattern the other way round.
      const pattern = name === 'match' ? node.arguments[0] : name === 'exec' ? member?.object : undefined;
      const searched = name === 'match' ? member?.object : name === 'exec' ? node.arguments[0] : undefined;
      if (pattern && searched && readsCookie({ ...value.ref, node: searched })) {
        const text = fixedText({ ...value.ref, node: pattern });
        return { name: undefined, text: /([\w.-]+)=/.exec(text)?.[1] ?? text };
      }
    }
    if (/^cookie$/i.test(requestHeader(value) ?? '')) return { name: undefined };
    const index = value.path.findIndex((part) => part === 'cookies' || part === 'cookie');
    const text = value.path[index + 1];
    if (index >= 0) return text === undefined ? { name: undefined } : { name: undefined, text };
    if (ts.isElementAccessExpression(node)) {
      const base = values.roots({ ...value.ref, node: node.expression });
      if (base.some((root) => /^cookies?$/.test(lastName(root) ?? '')))
        return { name: { ...value.ref, node: node.argumentExpression } };
    }
    if (ts.isParameter(node) && ts.isIdentifier(node.name) && /^cookies?$/.test(node.name.text) && value.path.length)
      return { name: undefined };
    return undefined;
  };

  /** `c.req.valid('cookie')`: what a validator of Hono has let through of a part of the request. */
  const isValidPart = (call: ts.CallExpression, part: string): boolean =>
    calleeName(call) === 'valid' &&
    memberOf(unwrap(call.expression)) !== undefined &&
    stringValue(call.arguments[0]) === part;

  /** The text of a pattern or a name, without the parts of it that are not known. */
  const fixedText = (ref: Ref, depth = 0): string =>
    values
      .roots(ref)
      .map(({ ref: from, path }) => {
        const { node } = from;
        const at = (next: ts.Node): string => fixedText({ ...from, node: next }, depth + 1);
        if (path.length || depth > 4) return '';
        if (ts.isStringLiteralLike(node) || ts.isRegularExpressionLiteral(node)) return node.text;
        if (ts.isTemplateExpression(node))
          return node.head.text + node.templateSpans.map((span) => at(span.expression) + span.literal.text).join('');
        if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
          return at(node.left) + at(node.right);
        if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && calleeName(node) === 'RegExp')
          return node.arguments?.[0] ? at(node.arguments[0]) : '';
        return '';
      })
      .join('');

  const readsCookie = (ref: Ref): boolean => some(ref, (value) => !!cookieRead(value));

  const isQueryValue = (value: Value): boolean => {
    const { node } = value.ref;
    if (value.external) return false;
    if (value.path.some((part) => /^(?:searchParams|query|queryStringParameters|params|body)$/.test(part)))
      return !cookieRead(value);
    if (ts.isCallExpression(node)) {
      const name = calleeName(node);
      const member = memberOf(unwrap(node.expression));
      if (
        name &&
        /^(?:getQuery|getValidatedQuery|readBody|readValidatedBody|readFormData|useSearchParams|getRouterParam|getRouterParams)$/.test(
          name,
        )
      )
        return true;
      if (
        member &&
        name &&
        /^(?:get|query|queries|param|valid|getAll|json|formData|parseBody|text|input)$/.test(name)
      ) {
        if (name === 'get' || name === 'getAll') {
          return values.roots({ ...value.ref, node: member.object }).some((root) => {
            const last = lastName(root);
            if (last && /^(?:searchParams|query|formData|form|data|params|body|URLSearchParams)$/.test(last))
              return !cookieRead(root);
            if (ts.isNewExpression(root.ref.node))
              return /URLSearchParams|FormData/.test(calleeName(root.ref.node) ?? '');
            return (
              ts.isCallExpression(root.ref.node) &&
              /^(?:formData|useSearchParams|readFormData|multipart)$/.test(calleeName(root.ref.node) ?? '')
            );
          });
        }
        if (isValidPart(node, 'cookie') || isValidPart(node, 'header')) return false;
        return values.roots({ ...value.ref, node: member.object }).some((root) => isRequestRoot(root));
      }
      // schema.parse(body), Object.fromEntries(form): what it is made of counts.
      const input = (part: Value): boolean => isQueryValue(part) || isWholeRequest(part);
      // form.entries()
      if (name === 'entries' && member && !node.arguments.length)
        return some({ ...value.ref, node: member.object }, input);
      return (
        isPassThrough(value.ref as Ref<ts.CallExpression>) &&
        node.arguments.some((argument) => some({ ...value.ref, node: argument }, input))
      );
    }
    return isInputParameter(value);
  };

  /** The request or event itself, as handed to form libraries. */
  const isWholeRequest = (value: Value): boolean =>
    (!value.path.length || (value.path.length === 1 && value.path[0] === 'request')) && isRequestRoot(value);

  const isPassThrough = (call: Ref<ts.CallExpression>): boolean => {
    const name = calleeName(call.node) ?? '';
    if (
      /^(?:parse|safeParse|parseAsync|safeParseAsync|validate|fromEntries|parseWithZod|superValidate|validateFormData|parseFormData|parseFormAny|String|Number|BigInt|parseInt|parseFloat|decodeURIComponent|decodeURI|atob|trim|toString|toLowerCase|assert|is|cast|create|entries|object|parseForm|validateSync)$/.test(
        name,
      )
    )
      return true;
    // Buffer.from(state, 'base64')
    const member = name === 'from' ? memberOf(unwrap(call.node.expression)) : undefined;
    return !!member && ts.isIdentifier(member.object) && member.object.text === 'Buffer';
  };

  const isRequestRoot = (value: Value): boolean => {
    const last = lastName(value);
    if (last && /^(?:req|request|_req|_request|event|nextUrl|context|ctx|c|Astro)$/.test(last)) return true;
    const { node } = value.ref;
    if (ts.isParameter(node)) {
      const type = node.type?.getText() ?? '';
      if (
        /\b(?:Request|NextRequest|FastifyRequest|IncomingMessage|NextApiRequest|H3Event|RequestEvent|APIContext|Context)\b/.test(
          type,
        )
      )
        return true;
      const entry = frameworks.entryPoints(value.ref.file).find((candidate) => candidate.fn.node === node.parent);
      return !!entry && entry.kind !== 'page';
    }
    return false;
  };

  /** Parameters that hold request data themselves: a server action's form, a procedure's input. */
  const isInputParameter = (value: Value): boolean => {
    const { node } = value.ref;
    if (!ts.isParameter(node)) return false;
    const fn = node.parent;
    if (!isFunctionNode(fn)) return false;
    const type = node.type?.getText() ?? '';
    if (/^FormData\b/.test(type)) return true;
    const entry = frameworks.entryPoints(value.ref.file).find((candidate) => candidate.fn.node === fn);
    if (!entry) return false;
    if (
      entry.kind === 'procedure' ||
      (entry.kind === 'action' && entry.framework !== 'sveltekit' && entry.framework !== 'remix')
    ) {
      const [first] = value.path;
      if (first === 'input' || first === 'parsedInput' || first === 'rawInput') return true;
      if (first === 'ctx' || first === 'context') return false;
      // `action(async (id) => { 'use server'; … })` of Solid's router is called with what the client sends.
      const builder = isFunctionNode(fn) && ts.isCallExpression(fn.parent) && entry.framework !== 'solidstart';
      if (!builder) return entry.kind === 'action';
      return (
        entry.kind === 'action' &&
        ((fn.parameters[0] === node && isGivenInputFirst(value.ref)) || isPassedOn(entry, value))
      );
    }
    if (entry.framework === 'nestjs') {
      const header = requestHeader(value);
      if (header !== undefined) return isFreeHeader(header);
      const decorators = (ts.getDecorators(node) ?? []).map((decorator) => decorator.expression.getText());
      return decorators.some((decorator) => /^(?:Body|Query|Param|Headers)\b/.test(decorator));
    }
    // Elysia: ({ body, query, params })
    return /^(?:body|query|params)$/.test(value.path[0] ?? '');
  };

  const requestHeader = ({ ref: { node, file }, path }: Value): string | undefined => {
    if (!ts.isParameter(node) || path.length > 1) return undefined;
    for (const { expression } of ts.getDecorators(node) ?? []) {
      if (!ts.isCallExpression(expression)) continue;
      const isHeader = values
        .callees({ node: expression, file })
        .some(
          ({ external }) =>
            external &&
            /^(?:@nestjs\/common|routing-controllers|tsoa)$/.test(external.module) &&
            /^(?:Headers?|HeaderParams?)$/.test(external.name),
        );
      const [name] = expression.arguments;
      // `@Headers('host') host`, `@Headers() headers` and headers.host
      if (isHeader && (!name || !path.length)) return name ? stringValue(name) : (path[0] ?? '');
    }
    return undefined;
  };

  /** What an own helper hands on of what the action that it makes is called with: `(...args) => handler(user, ...args)`. */
  const isPassedOn = ({ around }: EntryPoint, value: Value): boolean =>
    handedOver({ ...value, path: [] }).some(({ node, file }) =>
      values
        .roots({ node: ts.isSpreadElement(node) ? node.expression : node, file })
        .some(({ ref, external }) => !external && ts.isParameter(ref.node) && ref.node.parent === around?.node),
    );

  /** `action(schema, async (input) => …)` of next-safe-action. */
  const isGivenInputFirst = ({ node, file }: Ref): boolean => {
    const call = node.parent.parent;
    return (
      ts.isCallExpression(call) &&
      values
        .roots({ node: call.expression, file })
        .some(({ ref }) => ts.isCallExpression(ref.node) && calleeName(ref.node) === 'createSafeActionClient')
    );
  };

  const some = (ref: Ref, test: (value: Value) => boolean, depth = 0, path: readonly string[] = []): boolean =>
    values.deepRoots(ref, path).some((value) => {
      if (test(value)) return true;
      const { node } = value.ref;
      // +x
      if (depth < 4 && ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.PlusToken)
        return some({ ...value.ref, node: node.operand }, test, depth + 1);
      if (depth >= 4 || !ts.isCallExpression(node)) return false;
      // x.trim(), x.toString(), String(x): still the same value.
      const member = memberOf(unwrap(node.expression));
      const name = calleeName(node) ?? '';
      if (
        member &&
        /^(?:toString|trim|trimEnd|trimStart|toLowerCase|toUpperCase|normalize|slice|valueOf|data|replace|substring|split)$/.test(
          name,
        )
      ) {
        return some({ ...value.ref, node: member.object }, test, depth + 1);
      }
      if (isPassThrough(value.ref as Ref<ts.CallExpression>)) {
        const inner = pathInGiven(value);
        return node.arguments.some(
          (argument) =>
            some({ ...value.ref, node: argument }, test, depth + 1) ||
            (inner.length > 0 && some({ ...value.ref, node: argument }, test, depth + 1, inner)),
        );
      }
      return false;
    });

  /** Where a part of what a schema gives back is in what it was given: `result.data.id` of `schema.safeParse({ id })`. */
  const pathInGiven = ({ ref, path }: Value): readonly string[] => {
    const name = calleeName(ref.node as CallLike) ?? '';
    const isParsed = /^(?:parse|safeParse|parseAsync|safeParseAsync)$/.test(name);
    if (!isParsed) return [];
    return /^safe/.test(name) && /^(?:data|output)$/.test(path[0] ?? '') ? path.slice(1) : path;
  };

  const readsQuery = (ref: Ref): boolean => some(ref, isQueryValue);
  const isRequestInput = (ref: Ref): boolean =>
    memoizedRefWithCallers(ref, 'isRequestInput', () =>
      some(ref, (value) => isQueryValue(value) || !!cookieRead(value)),
    );

  const isFreeHeader = (name: string): boolean => !/^(?:cookie|authorization|host|origin)$/i.test(name);

  /** A value out of a header that no browser sends by itself. */
  const isHeaderValue = (value: Value): boolean => {
    const { ref, path, external } = value;
    if (external) return false;
    const isFree = (name: string | undefined): boolean => name !== undefined && isFreeHeader(name);
    const given = requestHeader(value);
    if (given) return isFree(given);
    // req.headers['x-id']
    const at = path.indexOf('headers');
    if (at >= 0) return isFree(path[at + 1]) && isRequestRoot({ ref, path: path.slice(0, at) });
    const { node } = ref;
    if (path.length || !ts.isCallExpression(node)) return false;
    const name = calleeName(node) ?? '';
    const member = memberOf(unwrap(node.expression));
    // getHeader(event, 'x-id')
    if (!member) return /^get(?:Request)?Header$/.test(name) && isFree(stringValue(node.arguments[1]));
    if (!isFree(stringValue(node.arguments[0]))) return false;
    const holder = values.roots({ ...ref, node: member.object });
    // c.req.header('x-id'), headers().get('x-id'), request.headers.get('x-id')
    if (name === 'header') return holder.some(isRequestRoot);
    return (
      name === 'get' &&
      holder.some(
        (root) =>
          (lastName(root) === 'headers' && isRequestRoot({ ...root, path: root.path.slice(0, -1) })) ||
          (!root.path.length && ts.isCallExpression(root.ref.node) && calleeName(root.ref.node) === 'headers'),
      )
    );
  };

  const readsHeader = (ref: Ref): boolean => some(ref, isHeaderValue);

  const inputName = (ref: Ref): string | undefined => nameOf(ref, 0);

  const nameOf = (ref: Ref, depth: number): string | undefined => {
    // `name = name.trim()` has itself for a root.
    for (const value of depth > MAX_STEPS_TO_NAME ? [] : values.deepRoots(ref)) {
      const name = valueName(value, depth);
      if (name) return name;
    }
    return undefined;
  };

  const valueName = (value: Value, depth: number): string | undefined => {
    const last = [...value.path]
      .reverse()
      .find((part) => part !== '[]' && part !== '...' && !/^\d+$/.test(part) && part !== 'value' && part !== 'data');
    if (last !== undefined) return last;
    const { node } = value.ref;
    if (ts.isCallExpression(node)) {
      const name = calleeName(node);
      const key = stringValue(node.arguments[node.arguments.length - 1]) ?? stringValue(node.arguments[0]);
      if (key !== undefined && name && /^(?:get|getAll|query|param|header)$/.test(name)) return key;
      const member = memberOf(unwrap(node.expression));
      if (member && /^(?:toString|trim|valueOf|toLowerCase|toUpperCase|normalize)$/.test(name ?? ''))
        return nameOf({ ...value.ref, node: member.object }, depth + 1);
      if (name === 'String' && node.arguments[0]) return nameOf({ ...value.ref, node: node.arguments[0] }, depth + 1);
    }
    return lastName(value);
  };

  const isPassword = (ref: Ref): boolean => memoizedRefWithCallers(ref, 'isPassword', () => computeIsPassword(ref));

  const computeIsPassword = (ref: Ref): boolean => {
    const name = inputName(ref);
    if (name === undefined || !isPasswordName(name)) return false;
    return values.deepRoots(ref).some((value) => {
      if (isQueryValue(value)) return true;
      const { node } = value.ref;
      // A helper's own parameter called password: the plain password, by its role in the helper.
      if (ts.isParameter(node) || (ts.isIdentifier(node) && !value.external)) return true;
      if (ts.isCallExpression(node)) return some(value.ref, isQueryValue) || some(ref, isQueryValue);
      return false;
    });
  };

  const isSessionCookieName = (ref: Ref): boolean => {
    const inner = unwrap(ref.node);
    const member = memberOf(inner);
    if (member?.name === 'sessionCookieName') return true;
    if (member?.name === 'name' && ops.luciaCookie({ ...ref, node: member.object })) return true;
    for (const value of values.deepRoots({ ...ref, node: inner })) {
      if (value.path[value.path.length - 1] === 'sessionCookieName') return true;
      if (
        value.path[0] === 'name' &&
        value.path.length === 1 &&
        ts.isCallExpression(value.ref.node) &&
        ops.luciaCookie(value.ref)
      )
        return true;
      const { node } = value.ref;
      if (!value.path.length && ts.isStringLiteralLike(node) && sessionCookieNames(ref.file.path).has(node.text))
        return true;
    }
    return false;
  };

  const sessionCookieNames = (path: string): ReadonlySet<string> => {
    const key = `cookieNames\0${project.modules.projectRootOf(path)}`;
    const known = project.projectMemo.get(key) as ReadonlySet<string> | undefined;
    if (known) return known;
    const names = new Set(['auth_session']);
    for (const instance of projectInstances(path)) {
      if (!instance.options) continue;
      for (const value of values.roots(instance.options, ['sessionCookie', 'name'])) {
        if (!value.path.length && ts.isStringLiteralLike(value.ref.node)) names.add(value.ref.node.text);
      }
    }
    if (project.hasOwnSessions(path)) for (const near of project.filesNear(path)) addOwnCookieNames(near, names);
    project.projectMemo.set(key, names);
    return names;
  };

  /** Names of the cookies whose value an own function checks as the token of a session. */
  const addOwnCookieNames = (path: string, names: Set<string>): void => {
    const mayCheck = project.mentions(path, 'ookie') || project.mentions(path, 'oken');
    const file = mayCheck ? project.model(path) : undefined;
    for (const node of file?.calls ?? []) {
      const call: Ref<CallLike> = { node, file: file! };
      const [token] = argumentsOf(node);
      if (!token || !ops.of(call).some((op) => op.kind === 'lucia' && op.own && op.method === 'validateSession'))
        continue;
      for (const value of values.deepRoots({ node: token, file: file! })) {
        const read = cookieRead(value);
        for (const name of read?.name ? values.roots(read.name) : [])
          if (!name.path.length && ts.isStringLiteralLike(name.ref.node)) names.add(name.ref.node.text);
      }
    }
  };

  const isSessionCookie = (op: CookieOp): boolean => {
    if (op.lucia) return true;
    if (op.name && isSessionCookieName(op.name)) return true;
    return false;
  };

  const secret = (ref: Ref): SecretKind | undefined => memoizedRefWithCallers(ref, 'secret', () => computeSecret(ref));

  const computeSecret = (ref: Ref): SecretKind | undefined => {
    const inner = unwrap(ref.node);
    const roots = values.roots({ ...ref, node: inner });
    for (const value of roots) {
      const kind = secretOfValue(value, ref);
      if (kind) return kind;
    }
    if (ts.isIdentifier(inner) && isOwnToken(ref.file, inner)) return 'session id';
    // What an own helper has put together: `const { accessToken } = await exchange(code)`.
    if (roots.some((value) => value.path.length > 0 && ts.isCallExpression(value.ref.node))) {
      for (const value of values.deepRoots({ ...ref, node: inner })) {
        const kind = secretOfValue(value, ref);
        if (kind === 'OAuth token' || kind === 'session id') return kind;
      }
    }
    // What an own helper reads: `cookieOf(request, 'code_verifier')`.
    if (roots.some((value) => !value.path.length && ts.isCallExpression(value.ref.node))) {
      for (const value of values.deepRoots({ ...ref, node: inner })) {
        const kind = secretOfValue(value, ref);
        // A token that the helper asked the provider for.
        if (kind === 'OAuth token') return kind;
        if (!cookieRead(value)) continue;
        if (kind === 'OAuth state' || kind === 'code verifier' || kind === 'session id') return kind;
      }
    }
    return undefined;
  };

  /** The token of a session that the project keeps by itself: it is handed to the function that opens or checks one. */
  const isOwnToken = (file: FileModel, name: ts.Identifier): boolean => {
    if (!project.hasOwnSessions(file.path)) return false;
    const binding = bindingOf(file, name);
    return (binding?.uses ?? []).some((use) => {
      const call = use.parent;
      if (!ts.isCallExpression(call) || call.arguments[0] !== use) return false;
      // createSession(userId) makes the token by itself.
      const parameters = values
        .targets({ node: call, file })
        .map((target) => target.node.parameters[0]?.name.getText());
      if (![name.text, ...parameters].some((text) => /token|session/i.test(text ?? '')) || /user/i.test(name.text))
        return false;
      return ops
        .of({ node: call, file })
        .some(
          (op) => op.kind === 'lucia' && op.own && (op.method === 'createSession' || op.method === 'validateSession'),
        );
    });
  };

  /** Whether a wrapper that a call leads to hands out the session, and not only its user. True where its returns cannot be read. */
  const givesSession = (ref: Ref): boolean => {
    const targets = ts.isCallExpression(ref.node) ? values.targets(ref as Ref<ts.CallExpression>) : [];
    const isSession = (given: Ref): boolean => /^(?:session|result)$/.test(sessionPart(given) ?? '');
    const holds = (given: Ref): boolean => {
      const node = unwrap(given.node);
      if (ts.isConditionalExpression(node))
        return [node.whenTrue, node.whenFalse].some((branch) => holds({ ...given, node: branch }));
      if (!ts.isObjectLiteralExpression(node)) return isSession({ ...given, node });
      return node.properties.some((property) => {
        if (ts.isSpreadAssignment(property)) return holds({ ...given, node: property.expression });
        if (propertyName(property.name) === 'session') return true;
        return ts.isPropertyAssignment(property)
          ? isSession({ ...given, node: property.initializer })
          : ts.isShorthandPropertyAssignment(property) && isSession({ ...given, node: property.name });
      });
    };
    return (
      !targets.length ||
      targets.some((target) => {
        const returned = values.returned(target);
        return !returned.length || returned.some(holds);
      })
    );
  };

  /** `locals` of a handler's event, as a whole. */
  const isRequestLocals = (value: Value): boolean =>
    isRequestRoot({ ...value, path: value.path.slice(0, -1) }) ||
    (value.path.length === 1 &&
      ts.isCallExpression(value.ref.node) &&
      calleeName(value.ref.node) === 'getRequestEvent');

  /** Whether a wrapper of the project keeps the session on `locals`: `event.locals.session = session`. */
  const localsHoldSession = (path: string): boolean => {
    const key = `localsHoldSession\0${project.modules.projectRootOf(path)}`;
    const known = project.projectMemo.get(key) as boolean | undefined;
    if (known !== undefined) return known;
    const holds = wrappers(path).some(({ fn }) =>
      fn.file.binaries.some((binary) => {
        if (binary.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return false;
        const holder = memberOf(unwrap(binary.left))?.object;
        const name = holder && (memberOf(unwrap(holder))?.name ?? unwrap(holder).getText());
        return (
          name === 'locals' && /^(?:session|result)$/.test(sessionPart({ node: binary.right, file: fn.file }) ?? '')
        );
      }),
    );
    project.projectMemo.set(key, holds);
    return holds;
  };

  /** A parameter declared with one of Arctic's types for tokens. */
  const isTokensType = (value: Value): boolean => {
    const type = typeOf(value.ref.node);
    if (!type || !ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return false;
    return values
      .roots({ ...value.ref, node: type.typeName })
      .some((root) => root.external?.module === 'arctic' && /Tokens$/.test(root.external.name));
  };

  /** Whether a condition or row has something in it that was hashed, here or by a helper. */
  const holdsDigest = (ref: Ref): boolean => {
    let found = false;
    const isDigest = (call: Ref<CallLike>): boolean =>
      ops.of(call).some((op) => op.kind === 'digest') ||
      values.targets(call).some((target) => ops.sites(target).some(({ op }) => op.kind === 'digest'));
    const within = (place: Ref): void =>
      walk(place.node, (node) => {
        if (!found && ts.isCallExpression(node)) found = isDigest({ ...place, node });
        return !found && !isFunctionNode(node);
      });
    walk(ref.node, (node) => {
      if (ts.isIdentifier(node)) values.deepRoots({ ...ref, node }).forEach((value) => within(value.ref));
      else if (ts.isCallExpression(node)) within({ ...ref, node });
      return !found;
    });
    return found;
  };

  /**
   * Whether sessions of one's own are kept under a hash of what the cookie holds: nobody can sign in with the id of such a
   * row.
   */
  const keepsHashes = ({ ref }: Value): boolean => {
    const { path } = ref.file;
    if (!project.hasOwnSessions(path)) return false;
    const key = `hashedSessions\0${project.modules.projectRootOf(path)}`;
    let known = project.projectMemo.get(key) as boolean | undefined;
    if (known === undefined) {
      known = project.filesNear(path).some((near) => {
        const text = project.text(near) ?? '';
        if (!/session/i.test(text) || !/hash|sha256|digest/i.test(text)) return false;
        const file = project.model(near);
        return (
          !!file &&
          file.functions.some(
            (fn) =>
              /session/i.test(fn.getText(file.sourceFile)) &&
              ops
                .sites({ node: fn, file })
                .some(
                  ({ op }) =>
                    op.kind === 'database' &&
                    (op.verb === 'insert' || op.verb === 'read') &&
                    /sessions?(?:Table)?$/i.test(op.tableName ?? '') &&
                    [...op.filter, ...op.data].some(holdsDigest),
                ),
          )
        );
      });
      project.projectMemo.set(key, known);
    }
    return known;
  };

  /** A field of what a provider answers to an exchange by hand: `(await response.json()).access_token`, `response.data.access_token`. */
  const isTokenAnswer = ({ ref, path: [first, ...more] }: Value): boolean => {
    const exchanges = (call: Ref): boolean =>
      ts.isCallExpression(call.node) &&
      ops.of(call as Ref<CallLike>).some((op) => op.kind === 'exchange' && op.plain === true);
    if ((!more.length || (more.length === 1 && first === 'data')) && exchanges(ref)) return true;
    const member = !more.length && ts.isCallExpression(ref.node) ? memberOf(unwrap(ref.node.expression)) : undefined;
    return (
      member?.name === 'json' &&
      values.deepRoots({ ...ref, node: member.object }).some((answer) => !answer.path.length && exchanges(answer.ref))
    );
  };

  const secretOfValue = (value: Value, from: Ref): SecretKind | undefined => {
    const { node } = value.ref;
    const last = value.path[value.path.length - 1];
    const part = partOf(value);
    if ((part === 'session' || (part === 'result' && givesSession(value.ref))) && !keepsHashes(value)) return 'session';
    if (last === 'locals' && isRequestLocals(value) && localsHoldSession(value.ref.file.path) && !keepsHashes(value))
      return 'session';
    if (last === 'id' && value.path.length) {
      const base = partOf({ ...value, path: value.path.slice(0, -1) });
      if (base === 'session' && !keepsHashes(value)) return 'session id';
    }
    if (ts.isParameter(node) && isTokensType(value) && (last === undefined || TOKEN_PART.test(last)))
      return 'OAuth token';
    if (ts.isCallExpression(node)) {
      const name = calleeName(node);
      const cookie = ops.luciaCookie(value.ref);
      if (cookie === 'session' && (last === undefined || last === 'value')) return 'session cookie';
      if (name === 'serialize') {
        const object = memberOf(unwrap(node.expression))?.object;
        if (object && ops.luciaCookie({ ...value.ref, node: object }) === 'session') return 'session cookie';
      }
      for (const op of ops.of(value.ref as Ref<CallLike>)) {
        if (
          op.kind === 'exchange' &&
          !op.plain &&
          (last === undefined || TOKEN_PART.test(last) || (op.foreign && FOREIGN_TOKEN_PART.test(last)))
        )
          return 'OAuth token';
        if (op.kind === 'lucia' && (op.method === 'readSessionCookie' || op.method === 'readBearerToken'))
          return 'session id';
      }
      const member = memberOf(unwrap(node.expression));
      if (last !== undefined && FOREIGN_TOKEN.test(last) && isTokenAnswer(value)) return 'OAuth token';
      // Arctic's clients get new tokens for an old one under this name; what own code calls so answers for itself.
      if (
        member &&
        name === 'refreshAccessToken' &&
        (last === undefined || TOKEN_PART.test(last)) &&
        !values.targets(value.ref as Ref<CallLike>).length
      )
        return 'OAuth token';
      if (member && TOKEN_PART.test(name ?? '') && secret({ ...value.ref, node: member.object }) === 'OAuth token')
        return 'OAuth token';
      for (const callee of values.callees(value.ref as Ref<CallLike>)) {
        if (callee.external?.module === 'arctic' && callee.external.name === 'generateState') return 'OAuth state';
        if (callee.external?.module === 'arctic' && callee.external.name === 'generateCodeVerifier')
          return 'code verifier';
        if (callee.external?.module === 'next/headers' && callee.external.name === 'cookies' && !value.path.length)
          return 'cookies';
        if (callee.external?.module === 'next/headers' && callee.external.name === 'headers' && !value.path.length)
          return 'request headers';
      }
      if (
        (name === 'getAll' || name === 'toString') &&
        !node.arguments.length &&
        member &&
        lastCookies({ ...value.ref, node: member.object })
      )
        return 'cookies';
      if (/^(?:parseCookies|getCookies)$/.test(name ?? '') && !value.path.length) return 'cookies';
      if (/^(?:getHeaders|getRequestHeaders)$/.test(name ?? '') && !value.path.length) return 'request headers';
      if (
        /^(?:header|headers)$/.test(name ?? '') &&
        member &&
        !node.arguments.length &&
        !value.path.length &&
        values.roots({ ...value.ref, node: member.object }).some(isRequestRoot)
      )
        return 'request headers';
      if ((name === 'get' || name === 'header') && /^cookie$/i.test(stringValue(node.arguments[0]) ?? ''))
        return 'cookies';
      if ((name === 'get' || name === 'header') && /^authorization$/i.test(stringValue(node.arguments[0]) ?? ''))
        return 'session id';
      if (name === 'fromEntries' && node.arguments[0]) {
        const first = { ...value.ref, node: node.arguments[0] };
        const isHeaders = values.roots(first).some((root) => {
          if (
            ts.isCallExpression(root.ref.node) &&
            calleeName(root.ref.node) === 'entries' &&
            /headers/.test(root.ref.node.getText()) &&
            !isOfAnswer({ ...root.ref, node: root.ref.node.expression })
          )
            return true;
          return (
            root.path[root.path.length - 1] === 'headers' && isRequestRoot({ ...root, path: root.path.slice(0, -1) })
          );
        });
        if (isHeaders) return 'request headers';
      }
    }
    const read = cookieRead(value);
    if (read) {
      if (read.name ? isSessionCookieName(read.name) : sessionCookieNames(from.file.path).has(read.text ?? ''))
        return 'session id';
      if (last && /^cookies?$/.test(last)) return isKeptForAnother(value) ? undefined : 'cookies';
      const cookieName = read.name ? fixedText(read.name) : read.text;
      if (cookieName && /verifier/i.test(cookieName)) return 'code verifier';
      if (cookieName && /state/i.test(cookieName)) return 'OAuth state';
    }
    if (last === 'headers' && isRequestRoot({ ...value, path: value.path.slice(0, -1) })) return 'request headers';
    if (requestHeader(value) === '') return 'request headers';
    if ((last === 'cookies' || last === 'rawHeaders') && isRequestRoot({ ...value, path: value.path.slice(0, -1) }))
      return 'cookies';
    const name = valueName(value, 0);
    if (
      name !== undefined &&
      isPasswordName(name) &&
      isPassword({ ...value.ref, node: from.node, file: from.file, ...(from.env ? { env: from.env } : {}) })
    )
      return 'password';
    if (name !== undefined && isHashName(name) && (value.path.length > 0 || isHashResult(value)))
      return 'password hash';
    if (name !== undefined && (name === 'code' || name === 'state') && isQueryValue(value) && isCallback(value.ref))
      return name === 'code' ? 'OAuth code' : 'OAuth state';
    const isRest = last === '...' && keepsPassword(from);
    if (isFormWithPassword(isRest ? { ...value, path: value.path.slice(0, -1) } : value))
      return 'form with the password';
    if (isHashResult(value)) return 'password hash';
    return undefined;
  };

  /** Whether headers are those of an answer, or of what was thrown: `(await fetch(url)).headers`. */
  const isOfAnswer = (ref: Ref): boolean =>
    values
      .roots(ref)
      .some(
        ({ ref: { node } }) =>
          (ts.isIdentifier(node) && ts.isVariableDeclaration(node.parent) && ts.isCatchClause(node.parent.parent)) ||
          (ts.isCallExpression(node) && calleeName(node) === 'fetch'),
      );

  /** `session.cookies` of a client that signs in elsewhere: no request has its cookies below a session. */
  const isKeptForAnother = ({ ref: { node }, path }: Value): boolean =>
    /session$/i.test(
      path[path.length - 2] ?? (ts.isParameter(node) && ts.isIdentifier(node.name) ? node.name.text : ''),
    );

  const lastCookies = (ref: Ref): boolean =>
    values
      .roots(ref)
      .some(
        (root) =>
          /^cookies?$/.test(lastName(root) ?? '') ||
          (ts.isCallExpression(root.ref.node) && calleeName(root.ref.node) === 'cookies'),
      );

  const isHashResult = (value: Value): boolean =>
    !value.path.length && ts.isCallExpression(value.ref.node) && hashesPassword(value.ref as Ref<ts.CallExpression>);

  const hashesPassword = (call: Ref<ts.CallExpression>): boolean => ops.of(call).some((op) => op.kind === 'hash');

  /** Whether the function around a node exchanges an OAuth code. */
  const isCallback = (ref: Ref): boolean => {
    const fn = enclosingFunction(ref.node);
    return !!fn && ops.sites({ node: fn, file: ref.file }).some((site) => site.op.kind === 'exchange');
  };

  /** The rest of a form, of which no password was taken before: `const { email, ...others } = await request.json()`. */
  const keepsPassword = ({ node, file }: Ref): boolean => {
    const inner = unwrap(node);
    const declaration = ts.isIdentifier(inner) ? bindingOf(file, inner)?.declaration : undefined;
    return (
      !!declaration &&
      ts.isBindingElement(declaration) &&
      !!declaration.dotDotDotToken &&
      ts.isObjectBindingPattern(declaration.parent) &&
      declaration.parent.elements.every(
        ({ propertyName: key, name }) => !isPasswordName(propertyName(key ?? name) ?? ''),
      )
    );
  };

  /** A whole request body or form out of which a password is read as well. */
  const isFormWithPassword = (value: Value): boolean => {
    if (value.path.length > 1 || value.external) return false;
    const { node } = value.ref;
    const last = value.path[0];
    // What a form library hands to `onSubmit(values: z.infer<typeof schema>)` is what was typed in.
    const typed = last === undefined && ts.isParameter(node) ? inferredFrom(node.type, value.ref.file) : undefined;
    if (typed && schemaFields(typed).some(isPasswordName)) return true;
    const isBody =
      (last === 'body' && isRequestRoot({ ...value, path: [] })) ||
      (!value.path.length &&
        ts.isCallExpression(node) &&
        /^(?:json|formData|readBody|parseBody|readFormData|fromEntries|parse|readValidatedBody|valid)$/.test(
          calleeName(node) ?? '',
        ) &&
        some(value.ref, isQueryValue)) ||
      (!value.path.length && ts.isParameter(node) && isInputParameter(value)) ||
      (value.path.length === 1 && (last === 'input' || last === 'parsedInput') && isInputParameter(value)) ||
      (value.path.length === 1 &&
        last === 'data' &&
        ts.isCallExpression(node) &&
        /safeParse/.test(calleeName(node) ?? '')) ||
      isFilledForm(value);
    if (!isBody) return false;
    if (ts.isCallExpression(node) && schemaNamesPassword(value.ref as Ref<ts.CallExpression>)) return true;
    if (!value.path.length && ts.isParameter(node) && typeNamesPassword(value)) return true;
    if (last !== undefined && ts.isParameter(node) && declaredFields(value, last).some(isPasswordName)) return true;
    const owner =
      enclosingFunction(node) ?? (ts.isParameter(node) && isFunctionNode(node.parent) ? node.parent : undefined);
    if (!owner?.body) return false;
    let found = false;
    const visit = (current: ts.Node): void => {
      if (found) return;
      const name = ts.isBindingElement(current)
        ? propertyName(current.propertyName ?? (ts.isIdentifier(current.name) ? current.name : undefined))
        : ts.isPropertyAccessExpression(current)
          ? current.name.text
          : ts.isCallExpression(current) && calleeName(current) === 'get'
            ? stringValue(current.arguments[0])
            : undefined;
      // What a schema with a password accepts: `schema.parse(form)`.
      if (
        ts.isCallExpression(current) &&
        /^(?:safeParse|parse|spa|superValidate)(?:Async)?$/.test(calleeName(current) ?? '') &&
        current.arguments[0] &&
        values
          .roots({ ...value.ref, node: current.arguments[0] })
          .some((other) => sameRoot(other, value) && !other.path.length && !value.path.length) &&
        schemaNamesPassword({ ...value.ref, node: current })
      )
        found = true;
      if (name !== undefined && isPasswordName(name)) {
        const holder = ts.isBindingElement(current) ? current.name : current;
        if (
          values
            .roots({ ...value.ref, node: holder })
            .some(
              (other) =>
                sameRoot(other, value) || (ts.isCallExpression(other.ref.node) && callObject(other.ref) === node),
            )
        )
          found = true;
      }
      ts.forEachChild(current, visit);
    };
    for (const parameter of owner.parameters) visit(parameter);
    visit(owner.body);
    return found;
  };

  /** A form of sveltekit-superforms, or its data, that a request has filled in: not an empty one, nor a stored row. */
  const isFilledForm = (value: Value): boolean => {
    const { node } = value.ref;
    if (!ts.isCallExpression(node) || calleeName(node) !== 'superValidate' || node.arguments.length < 2) return false;
    return (
      (!value.path.length || (value.path.length === 1 && value.path[0] === 'data')) &&
      values
        .roots({ ...value.ref, node: node.arguments[0]! })
        .some((given) => isQueryValue(given) || isWholeRequest(given))
    );
  };

  /** Whether the class or the written-out type of a parameter has a field for a password. */
  const typeNamesPassword = (value: Value): boolean => {
    const type = typeOf(value.ref.node);
    const members = values.classOf(value)?.node.members ?? (type && ts.isTypeLiteralNode(type) ? type.members : []);
    return members.some((member) => isPasswordName(propertyName(member.name) ?? ''));
  };

  /** The schema that a type is inferred from: `z.infer<typeof schema>`, or a name that the file has for that. */
  const inferredFrom = (type: ts.TypeNode | undefined, file: FileModel, depth = 0): Ref | undefined => {
    if (!type || !ts.isTypeReferenceNode(type) || depth > 2) return undefined;
    const [given] = type.typeArguments ?? [];
    if (given && ts.isTypeQueryNode(given))
      return INFERS.test(type.typeName.getText()) && ts.isIdentifier(given.exprName)
        ? { node: given.exprName, file }
        : undefined;
    const named = ts.isIdentifier(type.typeName) ? bindingOf(file, type.typeName)?.declaration : undefined;
    return named && ts.isTypeAliasDeclaration(named) ? inferredFrom(named.type, file, depth + 1) : undefined;
  };

  /** Whether the schema that a body is parsed with has a field for a password. */
  const schemaNamesPassword = (call: Ref<ts.CallExpression>): boolean => {
    const member = memberOf(unwrap(call.node.expression));
    // post('/', zValidator('json', schema), (c) => { c.req.valid('json') })
    const handler = calleeName(call.node) === 'valid' ? enclosingFunction(call.node)?.parent : undefined;
    const validators =
      handler && ts.isCallExpression(handler)
        ? handler.arguments.flatMap((argument) =>
            ts.isCallExpression(argument) && /validator$/i.test(calleeName(argument) ?? '') ? argument.arguments : [],
          )
        : [];
    const candidates = [...call.node.arguments, ...(member ? [member.object] : []), ...validators].flatMap((part) => [
      part,
      memberOf(unwrap(part))?.object ?? part,
    ]);
    return candidates.some((part) => schemaFields({ ...call, node: part }).some(isPasswordName));
  };

  /** The fields that a handler's input has by the schema it is registered with: `post(path, handler, { body: schema })`, `.input(schema).mutation(handler)`. */
  const declaredFields = ({ ref: { node, ...place } }: Value, part: string): readonly string[] => {
    const call = wrapped(node.parent).parent;
    if (!ts.isCallExpression(call)) return [];
    const at = (next: ts.Node): Ref => ({ ...place, node: next });
    if (part === 'body')
      return call.arguments
        .flatMap((argument) => values.roots(at(argument)))
        .flatMap(({ ref, path }) => {
          const schema =
            !path.length && ts.isObjectLiteralExpression(ref.node) ? propertyOf(ref.node, 'body') : undefined;
          return schema ? schemaFields({ ...ref, node: schema }) : [];
        });
    for (let chain: ts.Node = call; ts.isCallExpression(chain);) {
      const [schema] = chain.arguments;
      if (schema && /^(?:input|schema|inputSchema)$/.test(calleeName(chain) ?? '')) return schemaFields(at(schema));
      chain = unwrap(memberOf(unwrap(chain.expression))?.object ?? chain.expression);
    }
    return [];
  };

  /** The names of the fields of a schema, whatever is chained after it, in the adapter of a form library or not. */
  const schemaFields = (ref: Ref, depth = 0): readonly string[] => {
    if (depth > 8) return [];
    const inner = unwrap(ref.node);
    if (ts.isObjectLiteralExpression(inner))
      return inner.properties.flatMap((property) => {
        if (!ts.isSpreadAssignment(property)) return propertyName(property.name) ?? [];
        const shape = memberOf(unwrap(property.expression));
        return schemaFields({ ...ref, node: shape?.name === 'shape' ? shape.object : property.expression }, depth + 1);
      });
    return values.roots(ref).flatMap((value): readonly string[] => {
      const made = value.ref.node;
      if (value.path.length || !ts.isCallExpression(made)) return [];
      const [first] = made.arguments;
      const given = first && { ...value.ref, node: first };
      const member = memberOf(unwrap(made.expression));
      const name = calleeName(made) ?? '';
      if (/^(?:object|strictObject|looseObject|Object)$/.test(name)) return given ? schemaFields(given, depth + 1) : [];
      // What a form library makes of a schema: zod(schema).
      if (!member) return given && !ts.isObjectLiteralExpression(unwrap(first)) ? schemaFields(given, depth + 1) : [];
      const base = (): readonly string[] => schemaFields({ ...value.ref, node: member.object }, depth + 1);
      if (!given) return base();
      if (name === 'pick') return schemaFields(given, depth + 1);
      if (name === 'omit') {
        const omitted = schemaFields(given, depth + 1);
        return base().filter((field) => !omitted.includes(field));
      }
      return /^(?:extend|safeExtend|augment|merge|and)$/.test(name)
        ? [...base(), ...schemaFields(given, depth + 1)]
        : base();
    });
  };

  /** For form.get('password'): the expression behind `form`. */
  const callObject = (ref: Ref): ts.Node | undefined => {
    const member = memberOf(unwrap((ref.node as ts.CallExpression).expression));
    return member && values.roots({ ...ref, node: member.object })[0]?.ref.node;
  };

  /** `id.toString()`, `lines.join(' ')`; joining paths takes several. */
  const isText = (call: ts.CallExpression): boolean =>
    calleeName(call) === 'toString' || (calleeName(call) === 'join' && call.arguments.length < 2);

  const parts = (ref: Ref): readonly Ref[] => {
    const found: Ref[] = [];
    const visit = (node: ts.Node, depth: number): void => {
      const inner = unwrap(node);
      const at = (next: ts.Node): void => visit(next, depth + 1);
      if (depth > 8) return;
      if (ts.isTemplateExpression(inner)) for (const span of inner.templateSpans) at(span.expression);
      else if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.PlusToken) {
        at(inner.left);
        at(inner.right);
      } else if (ts.isBinaryExpression(inner)) {
        const kind = inner.operatorToken.kind;
        if (kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken) {
          at(inner.left);
          at(inner.right);
        } else if (kind === ts.SyntaxKind.AmpersandAmpersandToken) at(inner.right);
      } else if (ts.isConditionalExpression(inner)) {
        at(inner.whenTrue);
        at(inner.whenFalse);
      } else if (ts.isObjectLiteralExpression(inner)) {
        for (const property of inner.properties) {
          if (ts.isPropertyAssignment(property)) at(property.initializer);
          else if (ts.isShorthandPropertyAssignment(property)) at(property.name);
          else if (ts.isSpreadAssignment(property)) at(property.expression);
        }
      } else if (ts.isArrayLiteralExpression(inner)) inner.elements.forEach(at);
      else if (ts.isSpreadElement(inner)) at(inner.expression);
      else if (
        ts.isCallExpression(inner) &&
        (isText(inner) || /^(?:stringify|inspect|format|String|dir)$/.test(calleeName(inner) ?? ''))
      ) {
        const member = memberOf(unwrap(inner.expression));
        if (isText(inner) && member) at(member.object);
        else inner.arguments.forEach(at);
      } else found.push({ ...ref, node: inner });
    };
    visit(ref.node, 0);
    return found;
  };

  const missing = (fact: Fact): { readonly values: readonly Value[]; readonly missing: boolean } | undefined => {
    const node = unwrap(fact.ref.node);
    const at = (next: ts.Node): readonly Value[] => values.roots({ ...fact.ref, node: next });
    if (fact.equals) {
      const constant = unwrap(fact.equals);
      const isNull =
        constant.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(constant) && constant.text === 'undefined');
      return isNull ? { values: at(node), missing: fact.truth } : undefined;
    }
    if (ts.isBinaryExpression(node)) {
      const equality = isEquality(node.operatorToken.kind);
      const { left, right } = node;
      if (equality) {
        const equal = equality === 'equal' ? fact.truth : !fact.truth;
        for (const [side, other] of [
          [left, right],
          [right, left],
        ] as const) {
          const constant = unwrap(other);
          const isNull =
            constant.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(constant) && constant.text === 'undefined');
          if (isNull) return { values: at(side), missing: equal };
          if (
            ts.isStringLiteralLike(constant) &&
            constant.text === 'undefined' &&
            ts.isTypeOfExpression(unwrap(side))
          ) {
            return { values: at((unwrap(side) as ts.TypeOfExpression).expression), missing: equal };
          }
          if (ts.isStringLiteralLike(constant) && ts.isTypeOfExpression(unwrap(side))) {
            const operand = (unwrap(side) as ts.TypeOfExpression).expression;
            return { values: at(operand), missing: !equal };
          }
          if (ts.isStringLiteralLike(constant) && constant.text === '') return { values: at(side), missing: equal };
          const length = memberOf(unwrap(side));
          if (ts.isNumericLiteral(constant) && length && /^(?:length|rowCount|size|count)$/.test(length.name)) {
            const zero = Number(constant.text) === 0;
            return { values: at(length.object), missing: zero ? equal : !equal };
          }
        }
        return undefined;
      }
      const kind = node.operatorToken.kind;
      const self: Value = { ref: { ...fact.ref, node }, path: [] };
      if (cookieTest(self)) return { values: [self], missing: !fact.truth };
      const length = memberOf(unwrap(left));
      if (length && ts.isNumericLiteral(unwrap(right)) && /^(?:length|rowCount|size)$/.test(length.name)) {
        if (kind === ts.SyntaxKind.GreaterThanToken || kind === ts.SyntaxKind.GreaterThanEqualsToken)
          return { values: at(length.object), missing: !fact.truth };
        if (kind === ts.SyntaxKind.LessThanToken || kind === ts.SyntaxKind.LessThanEqualsToken)
          return { values: at(length.object), missing: fact.truth };
      }
      return undefined;
    }
    if (ts.isCallExpression(node)) {
      const name = calleeName(node);
      if (name && /^(?:isNil|isNull|isUndefined|isNullish|isEmpty)$/.test(name) && node.arguments[0]) {
        return { values: at(node.arguments[0]), missing: fact.truth };
      }
      const listed = allOfList(node, fact.truth);
      if (listed) return { values: listed.flatMap(at), missing: false };
      return { values: values.roots(fact.ref), missing: !fact.truth };
    }
    if (ts.isPrefixUnaryExpression(node)) return undefined;
    const length = memberOf(node);
    if (length && /^(?:length|rowCount|size)$/.test(length.name))
      return { values: at(length.object), missing: !fact.truth };
    return { values: at(node), missing: !fact.truth };
  };

  const owners = (file: FileModel): readonly Owner[] => {
    const list: Owner[] = file.functions.filter((fn) => fn.body).map((node) => ({ node, file }));
    list.push({ node: file.sourceFile, file });
    return list;
  };

  /** The calls of a file by the own functions that they may run. */
  const callsByTarget = (file: FileModel): ReadonlyMap<FunctionNode, readonly Ref<CallLike>[]> =>
    memoized(file, file.sourceFile, 'callsByTarget', () => {
      const found = new Map<FunctionNode, Ref<CallLike>[]>();
      for (const node of file.calls) {
        const call: Ref<CallLike> = { node, file };
        for (const target of new Set(values.targets(call).map((fn) => fn.node))) {
          (found.get(target) ?? found.set(target, []).get(target)!).push(call);
        }
      }
      return found;
    });

  const callersOf = (fn: FunctionRef): readonly Ref<CallLike>[] => {
    const exported = exportsOfFunction(fn.file, fn.node);
    const found: Ref<CallLike>[] = [...(callsByTarget(fn.file).get(fn.node) ?? [])];
    const name = nameOfFunction(fn.node)?.text;
    const names = [...new Set([name, ...exported])].filter((n): n is string => !!n && n !== 'default');
    const isDefault = exported.includes('default');
    const tables = new Set(names.flatMap((held) => tablesHolding(fn.file).get(held) ?? []));
    const scan = (isCaller: (path: string) => boolean): void => {
      for (const path of project.filesNear(fn.file.path)) {
        if (found.length > 50) break;
        const file = path !== fn.file.path && isCaller(path) ? project.model(path) : undefined;
        if (!file) continue;
        found.push(...(callsByTarget(file).get(fn.node) ?? []));
        for (const held of names) for (const table of tablesHolding(file).get(held) ?? []) tables.add(table);
      }
    };
    const isNamed = (path: string): boolean => isDefault || names.some((n) => project.mentions(path, n));
    scan(isNamed);
    // Who takes a function out of a table need not know its name.
    if (tables.size) scan((path) => !isNamed(path) && [...tables].some((table) => project.mentions(path, table)));
    return found;
  };

  /** The exported objects of a file by the names of what they hold: `handlers = { google: signInByGoogle }`. */
  const tablesHolding = (file: FileModel): ReadonlyMap<string, readonly string[]> =>
    memoized(file, file.sourceFile, 'tablesHolding', () => {
      const found = new Map<string, string[]>();
      for (const object of file.objects) {
        const whole = wrapped(object);
        const { parent } = whole;
        const exported = ts.isVariableDeclaration(parent)
          ? [...new Set([object, whole, parent].flatMap((node) => exportNamesOf(file, node)))]
          : [];
        for (const property of exported.length ? object.properties : []) {
          const held = ts.isPropertyAssignment(property) ? unwrap(property.initializer) : property.name;
          if (held && ts.isIdentifier(held))
            (found.get(held.text) ?? found.set(held.text, []).get(held.text)!).push(...exported);
        }
      }
      return found;
    });

  const headerCookies = (file: FileModel): readonly { object: Ref<ts.ObjectLiteralExpression>; value: Ref }[] => {
    const found: { object: Ref<ts.ObjectLiteralExpression>; value: Ref }[] = [];
    for (const node of file.objects) {
      const value = headerCookieOf({ node, file });
      if (value) found.push({ object: { node, file }, value });
    }
    return found;
  };

  return {
    instances,
    projectInstances,
    isWrapper,
    returnsRowOfUser,
    wrappers,
    sessionPart,
    isRequestInput,
    requestHeader,
    inputName,
    cookieRead,
    cookieTest,
    readsCookie,
    readsQuery,
    readsHeader,
    isSessionCookieName,
    isSessionCookie,
    isPassword,
    secret,
    parts,
    missing,
    owners,
    sites: (owner) => ops.sites(owner),
    entryOf: (owner) => frameworks.entryPoints(owner.file).find((entry) => entry.fn.node === owner.node),
    callersOf,
    headerCookies,
  };
}

/** `[a, b].every(Boolean)` or not `[a, b].some((x) => !x)`: the elements, when the test says that each is there. */
function allOfList(call: ts.CallExpression, truth: boolean): readonly ts.Expression[] | undefined {
  const member = memberOf(unwrap(call.expression));
  const list = member && unwrap(member.object);
  const test = call.arguments[0] && unwrap(call.arguments[0]);
  if (!member || !list || !test || !ts.isArrayLiteralExpression(list)) return undefined;
  if (member.name === 'includes' && !truth) {
    return test.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(test) && test.text === 'undefined')
      ? list.elements
      : undefined;
  }
  if (member.name !== (truth ? 'every' : 'some')) return undefined;
  if (ts.isIdentifier(test)) return truth && test.text === 'Boolean' ? list.elements : undefined;
  if (!ts.isArrowFunction(test) || ts.isBlock(test.body)) return undefined;
  const parameter = test.parameters[0]?.name;
  const body = unwrap(test.body).getText().replace(/\s/g, '');
  if (!parameter || !ts.isIdentifier(parameter)) return undefined;
  const name = parameter.text;
  const forms = truth
    ? [
        name,
        `!!${name}`,
        `Boolean(${name})`,
        `${name}!==null`,
        `${name}!=null`,
        `${name}!==undefined`,
        `typeof${name}==='string'`,
        `typeof${name}==="string"`,
      ]
    : [
        `!${name}`,
        `${name}===null`,
        `${name}==null`,
        `${name}===undefined`,
        `typeof${name}!=='string'`,
        `typeof${name}!=="string"`,
      ];
  return forms.includes(body) ? list.elements : undefined;
}

/** Whether a declared type says that the value is there: a parameter typed `string` is, one typed `string | null` may not be. */
export function typedAsPresent(value: Value): boolean {
  if (value.path.length) return false;
  const type = typeOf(value.ref.node);
  if (!type) return false;
  if (ts.isParameter(value.ref.node) && value.ref.node.questionToken) return false;
  return type.kind === ts.SyntaxKind.StringKeyword;
}
