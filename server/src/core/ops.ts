import { CODE_EXCHANGES, DISTINCTIVE_METHODS, LUCIA_METHODS, passwordFunction, passwordMethod } from './packages';
import type { HashScheme, LuciaMethod, PasswordApi } from './packages';
import type { Project } from './project';
import {
  argumentsOf,
  calleeName,
  hasModifier,
  isFunctionNode,
  isInside,
  memberOf,
  own,
  propertyName,
  propertyOf,
  stringValue,
  textOf,
  ts,
  unwrap,
  wrapped,
} from './syntax';
import type { CallLike, FunctionNode } from './syntax';
import { enclosingClass, isUnseen, memoized, memoizedRef, typeOf } from './values';
import type { Env, FunctionRef, Ref, Value, Values } from './values';
import { packageNameOf } from './modules';
import { bindingOf, nameOfFunction } from './model';
import type { FileModel } from './model';
import { cookieOperation } from './cookies';
import type { CookieOp } from './cookies';
import { databaseOperation } from './database';
import type { DatabaseOp } from './database';

export interface LuciaOp {
  readonly kind: 'lucia';
  readonly method: LuciaMethod;
  readonly call: Ref<ts.CallExpression>;
  /** False when only the method's name in a project with Lucia speaks for it. */
  readonly resolved: boolean;
  /** Set when the project keeps sessions by itself and an own function does what the method does. */
  readonly own?: true;
}

export interface PasswordOp {
  readonly kind: 'hash' | 'verify';
  readonly call: Ref<CallLike>;
  readonly scheme: HashScheme;
  /** The package, as imported; `Bun` for Bun.password. */
  readonly library: string;
  readonly password: Ref | undefined;
  /** For verify: the stored hash. */
  readonly hash: Ref | undefined;
  readonly options: Ref | undefined;
  readonly async: boolean;
}

export interface ExchangeOp {
  readonly kind: 'exchange';
  readonly call: Ref<ts.CallExpression>;
  readonly code: Ref | undefined;
  readonly verifier: Ref | undefined;
  /** Set for a request to the provider that is written out, not made by a client: it answers with a response. */
  readonly plain?: true;
  /** Set for a client of another package than arctic, which knows nothing of verifiers and states. */
  readonly foreign?: true;
}

export interface AuthorizeOp {
  readonly kind: 'authorize';
  readonly call: Ref<ts.CallExpression>;
}

/** A sign-in at a provider that begins by an address that is put together in the code, not by a client. */
export interface BeginOp {
  readonly kind: 'begin';
  readonly call: Ref<CallLike>;
  readonly state: Ref | undefined;
  readonly challenge: Ref | undefined;
}

export interface LogOp {
  readonly kind: 'log';
  readonly call: Ref<ts.CallExpression>;
  readonly args: readonly Ref[];
}

export interface DigestOp {
  readonly kind: 'digest';
  readonly call: Ref<CallLike>;
  readonly algorithm: string | undefined;
  readonly input: Ref | undefined;
}

export interface OriginOp {
  readonly kind: 'origin';
  readonly call: Ref<CallLike>;
}

/** Something that a piece of code does and that rules speak of. */
export type Op =
  LuciaOp | PasswordOp | ExchangeOp | AuthorizeOp | BeginOp | LogOp | DigestOp | OriginOp | CookieOp | DatabaseOp;

/** An operation as seen from a function: done by it, by a callback in it or by a helper that it calls. */
export interface Site {
  readonly op: Op;
  /** The call in the function itself (or file) through which the operation is reached. */
  readonly at: CallLike;
  /** True when the operation is in the function's own body. */
  readonly direct: boolean;
}

/** Where an operation is seen: itself when it stands in what the call is given, as in the callback of a transaction. */
export function placeOf({ at, op }: Site): CallLike {
  const { node } = op.call;
  return node !== at && argumentsOf(at).some((argument) => isInside(node, argument)) ? node : at;
}

export type Owner = FunctionRef | Ref<ts.SourceFile>;

export interface Ops {
  /** What one call does by itself; helpers are not entered. */
  of(call: Ref<CallLike>): readonly Op[];
  /** What a function (or a file's top level) does, helpers and inline callbacks included. */
  sites(owner: Owner): readonly Site[];
  /** The calls whose nearest function is the node. */
  callsIn(file: FileModel, owner: FunctionNode | ts.SourceFile): readonly CallLike[];
  isInstance(value: Value): boolean;
  /** For the text of an address: the sign-in that it begins, with the state that it carries. */
  addressOf(ref: Ref): Pick<BeginOp, 'state' | 'challenge'> | undefined;
  /** Which Lucia cookie an expression holds: made by createSessionCookie or by createBlankSessionCookie. */
  luciaCookie(ref: Ref): 'session' | 'blank' | undefined;
}

const MAX_SITES = 400;
const MAX_BOUND_DEPTH = 8;

/** A call of a parameter or of one of its members: what it does depends on the argument. */
interface OpenCall {
  readonly call: Ref<CallLike>;
  readonly at: CallLike;
}

interface Summary {
  readonly sites: readonly Site[];
  readonly open: readonly OpenCall[];
}

const EMPTY: Summary = { sites: [], open: [] };

function isRef(value: unknown): value is Ref {
  return typeof value === 'object' && value !== null && 'node' in value && 'file' in value;
}

/** The same expression with the parameters of the function that it stands in bound; left as it is when that went on for too long. */
function rebind(ref: Ref, env: Env): Ref {
  if (!ref.env) return { ...ref, env };
  return ref.env.depth + env.depth > MAX_BOUND_DEPTH ? ref : { ...ref, env: rebindEnv(ref.env, env) };
}

/** Arguments share what they are bound to: worked out once, or helpers that hand on several arguments double it at each step. */
const rebound = new WeakMap<Env, WeakMap<Env, Env>>();

function rebindEnv(inner: Env, env: Env): Env {
  let known = rebound.get(env);
  if (!known) rebound.set(env, (known = new WeakMap()));
  let made = known.get(inner);
  if (!made) {
    made = {
      fn: inner.fn,
      args: inner.args.map((arg) => rebind(arg, env)),
      depth: inner.depth + env.depth,
      outer: inner.outer ? rebindEnv(inner.outer, env) : env,
    };
    known.set(inner, made);
  }
  return made;
}

export function createOps(project: Project, values: Values): Ops {
  const luciaMethods: ReadonlySet<string> = new Set(LUCIA_METHODS);

  const of = (call: Ref<CallLike>): readonly Op[] => {
    return memoizedRef(call, 'ops', () => compute(call));
  };

  const compute = (call: Ref<CallLike>): readonly Op[] => {
    if (isPlainMethod(call.node)) return [];
    const found: Op[] = [];
    const name = calleeName(call.node);
    const { node } = call;
    if (ts.isCallExpression(node) && name !== undefined) {
      if (luciaMethods.has(name)) {
        const op = luciaOp(call as Ref<ts.CallExpression>, name as LuciaMethod);
        if (op) return [op];
      }
      const password =
        passwordOp(call as Ref<ts.CallExpression>, name) ?? derivedOp(call as Ref<ts.CallExpression>, name);
      if (password) return [password];
      const argument = (index: number): Ref | undefined => {
        const arg = node.arguments[index];
        return arg && { ...call, node: arg };
      };
      if (name === 'validateAuthorizationCode') {
        return [{ kind: 'exchange', call: call as Ref<ts.CallExpression>, code: argument(0), verifier: argument(1) }];
      }
      const exchange =
        plainExchange(call as Ref<ts.CallExpression>, name) ?? foreignExchange(call as Ref<ts.CallExpression>, name);
      if (exchange) return [exchange];
      if (name === 'createAuthorizationURL') return [{ kind: 'authorize', call: call as Ref<ts.CallExpression> }];
      if (name === 'verifyRequestOrigin') return [{ kind: 'origin', call }];
      const log = logOp(call as Ref<ts.CallExpression>);
      if (log) return [log];
      const digest = digestOp(call as Ref<ts.CallExpression>, name);
      if (digest) found.push(digest);
    }
    const isOwn = project.hasOwnSessions(call.file.path);
    if (ts.isCallExpression(node) && (isOwn || project.looksUpSessions(call.file.path))) {
      const method = ownSessionMethod(call as Ref<ts.CallExpression>);
      // With an instance, what else is done to the table is done for another reason than keeping sessions.
      if (method && (isOwn || method === 'validateSession'))
        return [{ kind: 'lucia', method, call: call as Ref<ts.CallExpression>, resolved: true, own: true }];
    }
    if (ts.isCallExpression(node)) {
      const verify = ownVerify(call as Ref<ts.CallExpression>) ?? packagedVerify(call as Ref<ts.CallExpression>, name);
      if (verify) return [verify];
    }
    const begin = beginOp(call);
    if (begin) found.push(begin);
    const cookie = cookieOperation(call, values, luciaCookie);
    if (cookie) found.push(cookie);
    const database = databaseOperation(call, values);
    if (database) found.push(database);
    return found;
  };

  /**
   * fetch(url, { method: 'POST', body }) whose body has the fields of RFC 6749, 4.1.3. GitHub wants no grant_type: code and
   * client_secret together say the same.
   */
  const plainExchange = (call: Ref<ts.CallExpression>, name: string): ExchangeOp | undefined => {
    if (!/^(?:\$?fetch|ofetch|post|request|axios|got|ky)$/.test(name)) return undefined;
    if (!/authorization_code|client_secret/.test(call.file.sourceFile.text)) return undefined;
    for (const argument of call.node.arguments) {
      const fields = new Map<string, Ref>();
      collectFields({ ...call, node: argument }, fields, 0);
      const code = fields.get('code');
      const grant = fields.get('grant_type');
      const grants = grant ? values.roots(grant) : [];
      const isCode = grants.some(({ ref, path }) => !path.length && stringValue(ref.node) === 'authorization_code');
      if (!code || (grant ? !isCode || grants.length > 1 : !fields.has('client_secret'))) continue;
      return { kind: 'exchange', call, code, verifier: fields.get('code_verifier'), plain: true };
    }
    return undefined;
  };

  /** client.getToken(code), client.getToken({ code }), by a client of a package that is made for one provider or for any. */
  const foreignExchange = (call: Ref<ts.CallExpression>, name: string): ExchangeOp | undefined => {
    const packages = own(CODE_EXCHANGES, name);
    const [first] = call.node.arguments;
    if (!packages || !first) return undefined;
    const member = memberOf(unwrap(call.node.expression));
    const isKnown = ({ external }: Value): boolean => !!external && packages.includes(external.module);
    const isClient = member
      ? values.deepRoots({ ...call, node: member.object }).some((value) => {
          const { node } = value.ref;
          return ts.isNewExpression(node) && values.roots({ ...value.ref, node: node.expression }).some(isKnown);
        })
      : values.callees(call).some(isKnown);
    if (!isClient) return undefined;
    const given = unwrap(first);
    const at = (node: ts.Node | undefined): Ref | undefined => node && { ...call, node };
    return ts.isObjectLiteralExpression(given)
      ? {
          kind: 'exchange',
          call,
          code: at(propertyOf(given, 'code')),
          verifier: at(propertyOf(given, 'codeVerifier') ?? propertyOf(given, 'code_verifier')),
          foreign: true,
        }
      : { kind: 'exchange', call, code: at(first), verifier: undefined, foreign: true };
  };

  /** new URL(…), new URLSearchParams(…), stringify(…), redirect(`https://…`): what is made of or given the parameters. */
  const beginOp = (call: Ref<CallLike>): BeginOp | undefined => {
    const { node, file } = call;
    if (ts.isTaggedTemplateExpression(node) || !beginsSignIns(file)) return undefined;
    if (ts.isNewExpression(node) && /^URL(?:SearchParams)?$/.test(calleeName(node) ?? '')) {
      const found = addressOf(call);
      return found && { kind: 'begin', call, ...found };
    }
    for (const argument of node.arguments ?? []) {
      const inner = unwrap(argument);
      // What is made by a call of its own is told there.
      if (ts.isCallExpression(inner) || ts.isNewExpression(inner) || isFunctionNode(inner)) continue;
      const found = addressOf({ ...call, node: inner });
      if (found) return { kind: 'begin', call, ...found };
    }
    return undefined;
  };

  /** A file without the names of the parameters is not looked at closely. */
  const beginsSignIns = (file: FileModel): boolean =>
    memoized(file, file.sourceFile, 'beginsSignIns', () => {
      const { text } = file.sourceFile;
      return text.includes('client_id') && /\b(?:response_type|redirect_uri)\b/.test(text);
    });

  /** The parameters of RFC 6749, 4.1.1. */
  const addressOf = (ref: Ref): Pick<BeginOp, 'state' | 'challenge'> | undefined => {
    if (!beginsSignIns(ref.file)) return undefined;
    const fields = new Map<string, Ref>();
    collectFields(ref, fields, 0);
    if (!fields.has('client_id') || !(fields.has('response_type') || fields.has('redirect_uri'))) return undefined;
    if (['client_secret', 'grant_type', 'code', 'code_verifier'].some((key) => fields.has(key))) return undefined;
    return { state: fields.get('state'), challenge: fields.get('code_challenge') };
  };

  /**
   * The fields of a form, a JSON text or an address that is made of an object, written out or filled one by one; of a
   * request, those of its body.
   */
  const collectFields = (ref: Ref, fields: Map<string, Ref>, depth: number): void => {
    if (depth > 4) return;
    for (const value of values.roots(ref)) {
      const { node } = value.ref;
      if (value.path.length) continue;
      const at = (next: ts.Node): Ref => ({ ...value.ref, node: next });
      const inner = (next: ts.Node): void => collectFields(at(next), fields, depth + 1);
      if (ts.isObjectLiteralExpression(node)) {
        for (const property of node.properties) {
          if (ts.isSpreadAssignment(property)) inner(property.expression);
          if (!ts.isShorthandPropertyAssignment(property) && !ts.isPropertyAssignment(property)) continue;
          const key = propertyName(property.name);
          const held = ts.isPropertyAssignment(property) ? property.initializer : property.name;
          if (key === undefined) continue;
          fields.set(key, at(held));
          if (/^(?:body|form|json|data|params|query|searchParams|qs)$/.test(key)) inner(held);
        }
      } else if (ts.isNewExpression(node)) {
        if (!/^URL(?:SearchParams)?$/.test(calleeName(node) ?? '')) continue;
        if (node.arguments?.[0]) inner(node.arguments[0]);
        for (const [key, field] of filledIn(value.ref)) {
          if (key === undefined) inner(field.node);
          else fields.set(key, field);
        }
      } else if (ts.isCallExpression(node)) {
        const made = calleeName(node);
        const object = memberOf(unwrap(node.expression))?.object;
        if (made === 'stringify' && node.arguments[0]) inner(node.arguments[0]);
        else if ((made === 'toString' || made === 'join') && object) inner(object);
        else if (made === 'entries' && node.arguments[0]) inner(node.arguments[0]);
      } else if (ts.isArrayLiteralExpression(node)) {
        for (const element of node.elements) {
          const pair = unwrap(element);
          const key = ts.isArrayLiteralExpression(pair) ? stringValue(pair.elements[0]) : undefined;
          if (key === undefined) inner(element);
          else if (ts.isArrayLiteralExpression(pair) && pair.elements[1]) fields.set(key, at(pair.elements[1]));
        }
      } else if (ts.isTemplateExpression(node) || ts.isBinaryExpression(node) || ts.isStringLiteralLike(node))
        for (const [key, field] of writtenOut(value.ref)) {
          if (key === undefined) inner(field.node);
          else fields.set(key, field);
        }
    }
  };

  /** The parameters of an address in a text: `…?client_id=${id}&state=${state}`, and the names of what it has beside them. */
  const writtenOut = (ref: Ref): readonly (readonly [string | undefined, Ref])[] => {
    const found: [string | undefined, Ref][] = [];
    let before = '';
    const text = (node: ts.Node, literal: string): void => {
      for (const [, key] of literal.matchAll(/(?:^|[?&\s])(\w+)=(?=[^&\s])/g)) found.push([key, { ...ref, node }]);
      before = literal;
    };
    const visit = (node: ts.Node): void => {
      const inner = unwrap(node);
      if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.PlusToken) {
        visit(inner.left);
        visit(inner.right);
      } else if (ts.isTemplateExpression(inner)) {
        text(inner.head, inner.head.text);
        for (const span of inner.templateSpans) {
          visit(span.expression);
          text(span.literal, span.literal.text);
        }
      } else if (ts.isStringLiteralLike(inner)) text(inner, inner.text);
      else {
        const key = /(?:^|[?&\s])(\w+)=$/.exec(before)?.[1];
        if (key !== undefined || !before || /[?&]$/.test(before)) found.push([key, { ...ref, node: inner }]);
        before = '';
      }
    };
    visit(ref.node);
    return found;
  };

  /**
   * What `params.set('name', value)` and `url.searchParams.set('name', value)` put into a new form or address that a name
   * stands for. Without a name: the object whose entries go in, one by one.
   */
  const filledIn = (made: Ref): readonly (readonly [string | undefined, Ref])[] => {
    const { parent } = wrapped(made.node, false);
    if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return [];
    return filledBy(made, parent.name, 0);
  };

  const filledBy = (made: Ref, name: ts.Identifier, depth: number): readonly (readonly [string | undefined, Ref])[] =>
    (bindingOf(made.file, name)?.uses ?? []).flatMap((use): readonly (readonly [string | undefined, Ref])[] => {
      let member = use.parent as ts.Node;
      if (ts.isPropertyAccessExpression(member) && member.name.text === 'searchParams') {
        // const query = url.searchParams
        const holder = member.parent as ts.Node;
        if (ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name) && depth < 1)
          return filledBy(made, holder.name, depth + 1);
        member = holder;
      } else if (ts.isPropertyAccessExpression(member) && member.name.text === 'search') {
        const assigned = member.parent as ts.Node;
        return ts.isBinaryExpression(assigned) && assigned.left === member
          ? [[undefined, { ...made, node: assigned.right }]]
          : [];
      }
      const call = member.parent as ts.Node | undefined;
      if (!ts.isPropertyAccessExpression(member) || !/^(?:set|append)$/.test(member.name.text)) return [];
      if (!call || !ts.isCallExpression(call) || call.expression !== member || !call.arguments[1]) return [];
      const key = stringValue(call.arguments[0]);
      if (key !== undefined) return [[key, { ...made, node: call.arguments[1] }]];
      const entries = entriesAround(call);
      return entries ? [[undefined, { ...made, node: entries }]] : [];
    });

  /** `for (const [key, value] of Object.entries(fields))`, `Object.entries(fields).forEach(…)`: what is gone through. */
  const entriesAround = (call: ts.CallExpression): ts.Node | undefined => {
    for (let node: ts.Node = call; node.parent; node = node.parent) {
      const { parent } = node;
      const list = ts.isForOfStatement(parent)
        ? parent.expression
        : isFunctionNode(node) && ts.isCallExpression(parent) && calleeName(parent) === 'forEach'
          ? memberOf(unwrap(parent.expression))?.object
          : undefined;
      if (list) return list;
      if (isFunctionNode(node)) return undefined;
    }
    return undefined;
  };

  /** In projects without Lucia: what an own function does with the session table, by its own reads and writes. */
  const ownSessionMethod = (call: Ref<ts.CallExpression>): LuciaMethod | undefined => {
    for (const target of values.targets(call)) {
      const method = memoized(target.file, target.node, 'ownSession', () => {
        const text = target.node.getText(target.file.sourceFile);
        if (text.length > 6000 || !/session|expire|delete/i.test(text)) return undefined;
        const verbs = new Set<string>();
        for (const node of callsIn(target.file, target.node)) {
          const op = databaseOperation({ node, file: target.file }, values);
          if (op && isSessionTable(op)) verbs.add(op.verb);
        }
        if (verbs.has('insert')) return 'createSession' as const;
        if (verbs.has('read')) return /expire/i.test(text) ? ('validateSession' as const) : undefined;
        const [parameter] = target.node.parameters;
        if (!verbs.has('delete') || !parameter) return undefined;
        const names = [parameter.name.getText(target.file.sourceFile), nameOfFunction(target.node)?.text ?? ''];
        return names.some((name) => /user/i.test(name))
          ? ('invalidateUserSessions' as const)
          : ('invalidateSession' as const);
      });
      if (method) return method;
    }
    return undefined;
  };

  /** A table of sessions by its name in the code, or in the database: `const login = pgTable('user_session', …)`. */
  const isSessionTable = (op: DatabaseOp): boolean => {
    const named = /sessions?(?:Table|Model|Schema|s)?$/i;
    if (op.tableName !== undefined && named.test(op.tableName)) return true;
    const declared = op.table && ts.isIdentifier(unwrap(op.table.node)) ? values.roots(op.table) : [];
    return declared.some(({ ref: { node }, path }) => {
      const name = !path.length && ts.isCallExpression(node) ? stringValue(node.arguments[0]) : undefined;
      return name !== undefined && named.test(name) && /table/i.test(calleeName(node as ts.CallExpression) ?? '');
    });
  };

  const luciaOp = (call: Ref<ts.CallExpression>, method: LuciaMethod): LuciaOp | undefined => {
    const callee = unwrap(call.node.expression);
    const member = memberOf(callee);
    if (!member) {
      // const { validateSession } = lucia
      if (!ts.isIdentifier(callee)) return undefined;
      const fromInstance = values
        .deepRoots({ ...call, node: callee })
        .some((value) => value.path.length > 0 && isInstance({ ...value, path: value.path.slice(0, -1) }));
      return fromInstance ? { kind: 'lucia', method, call, resolved: true } : undefined;
    }
    const object: Ref = { ...call, node: member.object };
    if (isSuperOrThisOfLucia(object)) return { kind: 'lucia', method, call, resolved: true };
    const roots = values.deepRoots(object);
    if (roots.some(isInstance)) return { kind: 'lucia', method, call, resolved: true };
    if (!project.usesLucia(call.file.path)) return undefined;
    const isNamed = (): boolean => roots.some((value) => isUnseen(value) && /lucia/i.test(value.external!.module));
    if (!DISTINCTIVE_METHODS.has(method) && !isNamed() && !hasDistinctiveMethods(member.object, call.file))
      return undefined;
    // An own class or object that offers the method itself is a wrapper around Lucia, not Lucia.
    if (values.targets(call).length) return undefined;
    if (roots.every((value) => isForeign(value, call.file))) return undefined;
    return { kind: 'lucia', method, call, resolved: false };
  };

  /** `lucia.createSession(…)` beside `lucia.createSessionCookie(…)`: the second says what the first is called on. */
  const hasDistinctiveMethods = (object: ts.Expression, file: FileModel): boolean => {
    const text = object.getText();
    return file.members.some((node) => {
      const member = memberOf(node);
      return (
        !!member &&
        (DISTINCTIVE_METHODS.has(member.name) || member.name === 'sessionCookieName') &&
        member.object.getText() === text
      );
    });
  };

  const isSuperOrThisOfLucia = (object: Ref): boolean => {
    const { node } = object;
    if (node.kind !== ts.SyntaxKind.ThisKeyword && node.kind !== ts.SyntaxKind.SuperKeyword) return false;
    const cls = enclosingClass(node);
    return !!cls && extendsLucia({ ...object, node: cls }, 0);
  };

  /** Known to be something else: a literal, or an export of a package that the project depends on and that is not ours. */
  const isForeign = (value: Value, file: FileModel): boolean => {
    if (value.external) {
      const name = packageNameOf(value.external.module);
      if (/^(?:lucia|arctic|oslo|@lucia-auth\/.*)$/.test(name)) return true;
      return !!project.packageOf(file.path)?.dependencies.has(name);
    }
    const { node } = value.ref;
    if (value.path.length) return false;
    if (ts.isObjectLiteralExpression(node) || ts.isLiteralExpression(node)) return true;
    const cls = values.classOf(value);
    return !!cls && !extendsLucia(cls, 0);
  };

  const isInstance = (value: Value): boolean => {
    if (value.path.length || value.external) return false;
    const { node } = value.ref;
    if (ts.isNewExpression(node)) {
      return values.roots({ ...value.ref, node: node.expression }).some(isLuciaClass);
    }
    if (node.kind === ts.SyntaxKind.ThisKeyword) return isSuperOrThisOfLucia(value.ref);
    const type = typeOf(node);
    return !!type && isLuciaType(value.ref, type);
  };

  const isLuciaClass = (value: Value): boolean => {
    if (value.path.length) return false;
    if (value.external) return value.external.module === 'lucia' && value.external.name === 'Lucia';
    return ts.isClassLike(value.ref.node) && extendsLucia(value.ref as Ref<ts.ClassLikeDeclaration>, 0);
  };

  const extendsLucia = (cls: Ref<ts.ClassLikeDeclaration>, depth: number): boolean => {
    const clause = cls.node.heritageClauses?.find((c) => c.token === ts.SyntaxKind.ExtendsKeyword);
    const base = clause?.types[0]?.expression;
    return !!base && depth < 4 && values.roots({ ...cls, node: base }).some(isLuciaClass);
  };

  const isLuciaType = (ref: Ref, type: ts.TypeNode): boolean => {
    if (ts.isUnionTypeNode(type)) return type.types.some((member) => isLuciaType(ref, member));
    if (ts.isTypeQueryNode(type)) {
      const name = type.exprName;
      return ts.isIdentifier(name) && values.deepRoots({ ...ref, node: name }).some(isInstance);
    }
    if (!ts.isTypeReferenceNode(type)) return false;
    if (ts.isIdentifier(type.typeName)) {
      const [argument] = type.typeArguments ?? [];
      const name = type.typeName.text;
      if ((name === 'ReturnType' || name === 'InstanceType' || name === 'Awaited') && argument) {
        if (ts.isTypeQueryNode(argument) && ts.isIdentifier(argument.exprName)) {
          const target: Ref = { ...ref, node: argument.exprName };
          if (name === 'InstanceType') return values.roots(target).some(isLuciaClass);
          return values
            .functions(target)
            .some((fn) => values.returned(fn).some((value) => values.deepRoots(value).some(isInstance)));
        }
        return isLuciaType(ref, argument);
      }
      return values.roots({ ...ref, node: type.typeName }).some(isLuciaClass);
    }
    return false;
  };

  const passwordOp = (call: Ref<ts.CallExpression>, name: string): PasswordOp | undefined => {
    const member = memberOf(unwrap(call.node.expression));
    if (member && ts.isIdentifier(unwrap(member.object))) {
      const owner = unwrap(member.object) as ts.Identifier;
      if (owner.text === 'console' || owner.text === 'JSON' || owner.text === 'z') return undefined;
    }
    // Bun.password.hash(password), Bun.password.verify(password, hash)
    if (member && (name === 'hash' || name === 'verify' || name === 'hashSync' || name === 'verifySync')) {
      const inner = memberOf(unwrap(member.object));
      const isGlobal = inner?.name === 'password' && ts.isIdentifier(inner.object) && inner.object.text === 'Bun';
      // import { password } from 'bun'
      const isImported = values
        .callees(call)
        .some(
          ({ external, path }) =>
            external?.module === 'bun' && [external.name, ...path].slice(-2).join('.') === `password.${name}`,
        );
      if (isGlobal || isImported) {
        const isHash = name.startsWith('hash');
        return asPasswordOp(
          call,
          {
            action: isHash ? 'hash' : 'verify',
            scheme: 'argon2',
            password: 0,
            ...(isHash ? { options: 1 } : { hash: 1 }),
            async: !name.endsWith('Sync'),
          },
          'Bun',
        );
      }
    }
    for (const value of values.callees(call)) {
      const { external } = value;
      if (external) {
        const api =
          value.path.length === 0
            ? passwordFunction(external.module, external.name)
            : value.path.length === 1
              ? passwordFunction(external.module, value.path[0]!)
              : undefined;
        if (api) return asPasswordOp(call, api, external.module);
        continue;
      }
      if (value.path.length !== 1) {
        // promisify(scrypt)(password, salt, 64)
        const promisified = value.path.length === 0 && ts.isCallExpression(value.ref.node) ? value.ref.node : undefined;
        if (promisified && calleeName(promisified) === 'promisify' && promisified.arguments[0]) {
          for (const inner of values.roots({ ...value.ref, node: promisified.arguments[0] })) {
            const api = inner.external && passwordFunction(inner.external.module, inner.external.name);
            if (api) return asPasswordOp(call, { ...api, async: true }, inner.external!.module);
          }
        }
        continue;
      }
      const { node } = value.ref;
      const cls = ts.isNewExpression(node)
        ? values.roots({ ...value.ref, node: node.expression })
        : typedClass(value.ref);
      for (const made of cls) {
        const api =
          made.external &&
          !made.path.length &&
          passwordMethod(made.external.module, made.external.name, value.path[0]!);
        if (api) return asPasswordOp(call, api, made.external!.module);
      }
    }
    return undefined;
  };

  /** crypto.subtle.deriveBits({ name: 'PBKDF2', … }, await crypto.subtle.importKey('raw', encoder.encode(password), …), 256) */
  const derivedOp = (call: Ref<ts.CallExpression>, name: string): PasswordOp | undefined => {
    const member = memberOf(unwrap(call.node.expression));
    const [algorithm, key] = call.node.arguments;
    if (!/^derive(?:Bits|Key)$/.test(name) || memberOf(unwrap(member?.object ?? call.node))?.name !== 'subtle')
      return undefined;
    // A key that nobody can take out is stored nowhere: it encrypts.
    if (name === 'deriveKey' && call.node.arguments[3]?.kind === ts.SyntaxKind.FalseKeyword) return undefined;
    if (!algorithm || !key || !/passw|pwd|passphrase/i.test(call.file.text)) return undefined;
    const isPbkdf2 = values
      .roots({ ...call, node: algorithm }, ['name'])
      .some(({ ref, path }) => !path.length && /^pbkdf2$/i.test(stringValue(ref.node) ?? ''));
    const [imported] = isPbkdf2 ? values.roots({ ...call, node: key }) : [];
    const bytes =
      imported && ts.isCallExpression(imported.ref.node) && calleeName(imported.ref.node) === 'importKey'
        ? imported.ref.node.arguments[1]
        : undefined;
    const [encoded] = imported && bytes ? values.roots({ ...imported.ref, node: bytes }) : [];
    const made = encoded?.ref.node;
    const text = made && ts.isCallExpression(made) ? made.arguments[0] : undefined;
    if (!encoded || !text) return undefined;
    return {
      kind: 'hash',
      call,
      scheme: 'pbkdf2',
      library: 'webcrypto',
      password: { ...encoded.ref, node: text },
      hash: undefined,
      options: undefined,
      async: true,
    };
  };

  /**
   * An own function that derives a key from a password and compares it with the one in a stored hash: verify() by another
   * name, as people write it over scrypt and pbkdf2.
   */
  const ownVerify = (call: Ref<ts.CallExpression>): PasswordOp | undefined => {
    for (const target of values.targets(call)) {
      const { parameters } = target.node;
      if (parameters.length < 2 || parameters.length > 3) continue;
      const found = memoized(target.file, target.node, 'ownVerify', () => {
        const bare: FunctionRef = { node: target.node, file: target.file };
        const text = target.node.getText(target.file.sourceFile);
        if (text.length > 4000 || !/\b(?:timingSafeEqual|constantTimeEqual|safeEqual|equals?)\(|[!=]==?/.test(text))
          return undefined;
        const derived = summarize(bare).sites.find(
          (site) => site.op.kind === 'hash' && (site.op.scheme === 'scrypt' || site.op.scheme === 'pbkdf2'),
        );
        if (!derived || derived.op.kind !== 'hash') return undefined;
        const typed = derived.op.password ? values.roots(derived.op.password) : [];
        const index = parameters.findIndex(
          (parameter) =>
            ts.isIdentifier(parameter.name) &&
            (mentions(derived.at, parameter.name.text) || typed.some(({ ref }) => ref.node === parameter)) &&
            !isSplit(text, parameter.name.text),
        );
        if (index < 0) return undefined;
        const stored = comparedRow(bare, derived.at);
        if (stored) return { password: index, hash: stored, scheme: derived.op.scheme };
        if (!/\b(?:timingSafeEqual|constantTimeEqual|safeEqual|equals?)\(|===/.test(text)) return undefined;
        const hash = parameters.findIndex((parameter, other) => other !== index && ts.isIdentifier(parameter.name));
        return hash < 0 ? undefined : { password: index, hash, scheme: derived.op.scheme };
      });
      if (!found) continue;
      const at = (position: number): Ref | undefined => {
        const argument = call.node.arguments[position];
        return argument && { ...call, node: argument };
      };
      return {
        kind: 'verify',
        call,
        scheme: found.scheme,
        library: 'own',
        password: at(found.password),
        hash: typeof found.hash === 'number' ? at(found.hash) : { ...target, node: found.hash },
        options: undefined,
        async: hasModifier(target.node, ts.SyntaxKind.AsyncKeyword),
      };
    }
    return undefined;
  };

  /** A function of any other package that is called after verifying passwords and is given what a row holds: `verifyPassword(typed, row.hash)`. */
  const packagedVerify = (call: Ref<ts.CallExpression>, name: string | undefined): PasswordOp | undefined => {
    const [first, second, ...more] = call.node.arguments;
    if (!/^(?:verify|compare|check|validate|match)_?(?:password|hash)(?:_?hash)?(?:a?sync)?$/i.test(name ?? ''))
      return undefined;
    if (!first || !second || more.length) return undefined;
    const library = values.callees(call).find((value) => value.external && !isUnseen(value))?.external?.module;
    const [isFirst, isSecond] = [first, second].map((node) => isColumn({ ...call, node }, /pass|pwd|hash/i));
    if (library === undefined || isFirst === isSecond) return undefined;
    const [hash, password] = isFirst ? [first, second] : [second, first];
    return {
      kind: 'verify',
      call,
      scheme: 'unknown',
      library,
      password: { ...call, node: password },
      hash: { ...call, node: hash },
      options: undefined,
      // Whether it is cannot be seen.
      async: false,
    };
  };

  /** A column of a row that is looked up, by a helper or not. */
  const isColumn = (ref: Ref, name = /./): boolean =>
    values.roots(ref).some(({ ref: { node, ...place }, path }) => {
      if (!name.test(path[path.length - 1] ?? '') || !ts.isCallExpression(node)) return false;
      const call: Ref<CallLike> = { ...place, node };
      const reads = (op: Op): boolean => op.kind === 'database' && op.verb === 'read';
      return (
        of(call).some(reads) ||
        values.targets(call).some((target) => summarize(target).sites.some((site) => reads(site.op)))
      );
    });

  /** What a function that looks up the stored hash by itself compares the derived one with: a column of the row. */
  const comparedRow = (fn: FunctionRef, derived: CallLike): ts.Node | undefined => {
    const isDerived = (node: ts.Node, depth = 0): boolean =>
      values.roots({ ...fn, node }).some(({ ref }) => {
        if (ref.file !== fn.file) return false;
        if (isInside(derived, ref.node)) return true;
        const member = ts.isCallExpression(ref.node) ? memberOf(unwrap(ref.node.expression)) : undefined;
        return member?.name === 'toString' && depth < 2 && isDerived(member.object, depth + 1);
      });
    for (const node of fn.file.binaries) {
      if (!/^[!=]==?$/.test(node.operatorToken.getText()) || !isInside(node, fn.node)) continue;
      if (isDerived(node.left) && isColumn({ ...fn, node: node.right })) return node.right;
      if (isDerived(node.right) && isColumn({ ...fn, node: node.left })) return node.left;
    }
    return undefined;
  };

  /** Whether a call's arguments speak of a name. */
  const mentions = (call: CallLike, name: string): boolean => new RegExp(`\\b${name}\\b`).test(call.getText());

  const isSplit = (text: string, name: string): boolean =>
    new RegExp(`\\b${name}\\s*\\.\\s*(?:split|slice|substring|salt|hash)\\b`).test(text);

  const typedClass = (ref: Ref): readonly Value[] => {
    const type = typeOf(ref.node);
    return type && ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName)
      ? values.roots({ ...ref, node: type.typeName })
      : [];
  };

  const asPasswordOp = (call: Ref<ts.CallExpression>, api: PasswordApi, library: string): PasswordOp => {
    const at = (index: number | undefined): Ref | undefined => {
      const argument = index === undefined ? undefined : call.node.arguments[index];
      return argument && { ...call, node: argument };
    };
    let password = at(api.password);
    let hash = at(api.hash);
    if (api.named) {
      const object = call.node.arguments[0] && unwrap(call.node.arguments[0]);
      const property = (name: string | undefined): Ref | undefined => {
        const node = name && object && ts.isObjectLiteralExpression(object) ? propertyOf(object, name) : undefined;
        return node && { ...call, node };
      };
      password = property(api.named.password);
      hash = property(api.named.hash);
    }
    return {
      kind: api.action,
      call,
      scheme: api.scheme,
      library,
      password,
      hash: api.action === 'verify' ? hash : undefined,
      options: at(api.options),
      async: api.async,
    };
  };

  const digestOp = (call: Ref<ts.CallExpression>, name: string): DigestOp | undefined => {
    const { node } = call;
    const at = (index: number): Ref | undefined => {
      const argument = node.arguments[index];
      return argument && { ...call, node: argument };
    };
    const callee = unwrap(node.expression);
    const member = memberOf(callee);
    // createHash('sha256').update(x)
    if (name === 'update' && member) {
      let object = unwrap(member.object);
      while (ts.isCallExpression(object) && calleeName(object) === 'update') {
        const next = memberOf(unwrap(object.expression));
        if (!next) break;
        object = unwrap(next.object);
      }
      const creator = values
        .roots({ ...call, node: object })
        .find(
          (value) =>
            ts.isCallExpression(value.ref.node) && /^create(?:Hash|Hmac)$/.test(calleeName(value.ref.node) ?? ''),
        );
      if (creator) {
        const made = creator.ref.node as ts.CallExpression;
        const algorithm = stringValue(made.arguments[0]);
        return {
          kind: 'digest',
          call,
          algorithm: calleeName(made) === 'createHmac' && algorithm ? `HMAC-${algorithm}` : algorithm,
          input: at(0),
        };
      }
    }
    // crypto.subtle.digest('SHA-256', data)
    if (name === 'digest' && member && memberOf(unwrap(member.object))?.name === 'subtle') {
      return { kind: 'digest', call, algorithm: stringValue(node.arguments[0]), input: at(1) };
    }
    if (!/^(?:md5|sha1|sha224|sha256|sha384|sha512|sha3_\d+|blake2b|blake3|hash|SHA256|SHA1|SHA512|MD5)$/.test(name))
      return undefined;
    for (const value of values.callees(call)) {
      const module = value.external?.module;
      if (!module) continue;
      if (module === 'crypto' && name === 'hash') {
        return { kind: 'digest', call, algorithm: stringValue(node.arguments[0]), input: at(1) };
      }
      if (
        /^(?:@oslojs\/crypto|oslo\/crypto|@noble\/hashes|md5|sha1|sha256|js-sha\d+|crypto-js|hash-wasm|crypto-hash|blueimp-md5)/.test(
          module,
        )
      ) {
        return { kind: 'digest', call, algorithm: name === 'hash' ? undefined : name, input: at(0) };
      }
    }
    return undefined;
  };

  const logOp = (call: Ref<ts.CallExpression>): LogOp | undefined => {
    const member = memberOf(unwrap(call.node.expression));
    const isStream = member?.name === 'write' && /^process\.std(?:out|err)$/.test(textOf(member.object));
    if (!member || !(isStream || LOG_METHODS.has(member.name))) return undefined;
    if (!isStream && !isLogger({ ...call, node: member.object }, 0)) return undefined;
    return { kind: 'log', call, args: call.node.arguments.map((argument) => ({ ...call, node: argument })) };
  };

  const isLogger = (ref: Ref, depth: number): boolean => {
    const node = unwrap(ref.node);
    if (ts.isIdentifier(node) && node.text === 'console' && !ref.file.bindings.has(node)) return true;
    for (const value of values.roots({ ...ref, node })) {
      if (
        value.external &&
        /^(?:pino|winston|consola|loglevel|bunyan|log4js|signale|tslog|electron-log|@nestjs\/common|@logtape\/logtape|evlog|next-axiom|roarr|diary)/.test(
          value.external.module,
        )
      ) {
        return true;
      }
      // A logger of the project's own in a module that cannot be read.
      if (isUnseen(value) && !value.path.length && ts.isIdentifier(node) && LOGGER_NAME.test(node.text)) return true;
      const { node: root } = value.ref;
      if ((ts.isCallExpression(root) || ts.isNewExpression(root)) && depth < 4) {
        const callee = unwrap(root.expression);
        const chained = memberOf(callee);
        if (chained && /^(?:child|withTag|with|getLogger|createLogger)$/.test(chained.name)) {
          if (isLogger({ ...value.ref, node: chained.object }, depth + 1)) return true;
        }
        if (isLogger({ ...value.ref, node: callee }, depth + 1)) return true;
      }
      // request.log.info (Fastify), app.log, c.var.logger, this.logger: the frameworks' own names.
      const last = value.path[value.path.length - 1];
      if (last !== undefined && /^(?:log|logger)$/i.test(last)) return true;
      const declared = value.path.length === 0 && ts.isIdentifier(root) ? root.text : undefined;
      if (declared !== undefined && /^(?:log|logger)$/i.test(declared)) return true;
      const type = typeOf(root);
      if (type && /\bLogger\b/.test(type.getText(value.ref.file.sourceFile))) return true;
    }
    const last = memberOf(node)?.name;
    return last !== undefined && /^(?:log|logger)$/i.test(last);
  };

  const luciaCookie = (ref: Ref): 'session' | 'blank' | undefined => {
    for (const value of values.deepRoots(ref)) {
      const { node } = value.ref;
      if (!ts.isCallExpression(node)) continue;
      const name = calleeName(node);
      const callee = memberOf(unwrap(node.expression));
      if (name === 'serialize' && callee) {
        const inner = luciaCookie({ ...value.ref, node: callee.object });
        if (inner) return inner;
      }
      if (name === 'createSessionCookie' || name === 'createBlankSessionCookie') {
        if (of(value.ref as Ref<CallLike>).some((op) => op.kind === 'lucia')) {
          return name === 'createBlankSessionCookie' || isForNoSession(node) ? 'blank' : 'session';
        }
      }
    }
    return undefined;
  };

  const callsIn = (file: FileModel, owner: FunctionNode | ts.SourceFile): readonly CallLike[] => {
    const byOwner = memoized(file, file.sourceFile, 'callsByOwner', () => {
      const map = new Map<ts.Node, CallLike[]>();
      for (const call of file.calls) {
        let current = call.parent as ts.Node | undefined;
        while (current && !isFunctionNode(current) && !ts.isSourceFile(current))
          current = current.parent as ts.Node | undefined;
        const key = current ?? file.sourceFile;
        const list = map.get(key);
        if (list) list.push(call);
        else map.set(key, [call]);
      }
      return map;
    });
    return byOwner.get(owner) ?? [];
  };

  const sites = (owner: Owner): readonly Site[] =>
    owner.env ? instantiate(owner, owner.env).sites : summarize(owner).sites;

  const inProgress = new Set<ts.Node>();

  /** What a function does, whatever its arguments: worked out once, bound to arguments by `instantiate`. */
  const summarize = (owner: Owner): Summary => {
    if (inProgress.has(owner.node)) return EMPTY;
    return memoized(owner.file, owner.node, 'summary', () => {
      inProgress.add(owner.node);
      const summary = computeSummary(owner);
      inProgress.delete(owner.node);
      return summary;
    });
  };

  const computeSummary = (owner: Owner): Summary => {
    const found: Site[] = [];
    const open: OpenCall[] = [];
    const include = (inner: Summary, at: CallLike, direct: boolean): void => {
      for (const site of inner.sites) found.push({ op: site.op, at, direct: direct && site.direct });
      for (const { call } of inner.open) open.push({ call, at });
    };
    for (const node of callsIn(owner.file, owner.node)) {
      if (found.length > MAX_SITES) break;
      const call: Ref<CallLike> = { node, file: owner.file };
      const own = of(call);
      for (const op of own) found.push({ op, at: node, direct: true });
      if (!own.length && !isPlainMethod(node)) {
        const targets = values.targets(call);
        for (const target of targets) {
          include(instantiate(target, target.env), node, false);
          for (const address of beginsSignIns(target.file) ? values.returned(target) : []) {
            const begin = addressOf(address);
            if (begin) found.push({ op: { kind: 'begin', call, ...begin }, at: node, direct: false });
          }
        }
        if (!targets.length && isOnParameter(call)) open.push({ call, at: node });
      }
      for (const argument of ts.isTaggedTemplateExpression(node) ? [] : (node.arguments ?? [])) {
        const callback = unwrap(argument);
        if (isFunctionNode(callback) && isInlineCallback(callback)) {
          include(summarize({ node: callback, file: owner.file }), node, true);
        }
      }
    }
    if (!ts.isSourceFile(owner.node)) {
      for (const { fn, call } of immediatelyInvoked(owner.node))
        include(summarize({ node: fn, file: owner.file }), call, true);
    }
    return { sites: found, open };
  };

  /** A summary with the function's parameters bound: what its arguments stand for decides the calls left open. */
  const instantiate = (target: Owner, env: Env | undefined): Summary => {
    const bare = { node: target.node, file: target.file } as Owner;
    const summary = summarize(bare);
    if (!env || (!summary.sites.length && !summary.open.length)) return summary;
    const found: Site[] = summary.sites.map((site) => ({ ...site, op: rebindOp(site.op, env) }));
    const open: OpenCall[] = [];
    for (const entry of summary.open) {
      const call = rebind(entry.call, env) as Ref<CallLike>;
      const own = of(call);
      for (const op of own) found.push({ op, at: entry.at, direct: false });
      if (own.length) continue;
      const targets = (call.env?.depth ?? 0) > MAX_BOUND_DEPTH ? [] : values.targets(call);
      for (const inner of targets) {
        if (inner.node === target.node) continue;
        const bound = instantiate(inner, inner.env);
        for (const site of bound.sites) found.push({ op: site.op, at: entry.at, direct: false });
      }
      if (!targets.length) open.push({ call, at: entry.at });
    }
    return { sites: found, open };
  };

  const rebindOp = (op: Op, env: Env): Op => {
    if (op.kind === 'cookie') {
      // Whether a cookie is Lucia's can depend on what the helper was given.
      const again = of(rebind(op.call, env) as Ref<CallLike>).find((other) => other.kind === 'cookie');
      if (again) return again;
    }
    const copy: Record<string, unknown> = { ...op };
    for (const [key, value] of Object.entries(op)) {
      if (isRef(value)) copy[key] = rebind(value, env);
      else if (Array.isArray(value)) copy[key] = value.map((item: unknown) => (isRef(item) ? rebind(item, env) : item));
    }
    return copy as unknown as Op;
  };

  const isOnParameter = (call: Ref<CallLike>): boolean => {
    let callee = unwrap(ts.isTaggedTemplateExpression(call.node) ? call.node.tag : call.node.expression);
    for (let member = memberOf(callee); member; member = memberOf(callee)) callee = unwrap(member.object);
    return ts.isIdentifier(callee) && call.file.bindings.get(callee)?.kind === 'param';
  };

  return { of, sites, callsIn, isInstance, addressOf, luciaCookie };
}

const LOGGER_NAME = /^(?:log|logger)$/i;

const LOG_METHODS: ReadonlySet<string> = new Set([
  // What a child logger is made with stands in each of its lines.
  'child',
  'setBindings',
  'log',
  'info',
  'debug',
  'warn',
  'error',
  'trace',
  'fatal',
  'verbose',
  'http',
  'silly',
  'dir',
  'table',
  'notice',
  'success',
  'start',
  'ready',
  'box',
  'critical',
]);

/** Methods of lists, texts, numbers and dates that are no operation, whatever they are called on. */
const PLAIN_METHODS: ReadonlySet<string> = new Set([
  'map',
  'filter',
  'forEach',
  'some',
  'every',
  'reduce',
  'flatMap',
  'flat',
  'join',
  'slice',
  'splice',
  'concat',
  'includes',
  'indexOf',
  'pop',
  'shift',
  'unshift',
  'sort',
  'reverse',
  'trim',
  'split',
  'substring',
  'charAt',
  'charCodeAt',
  'startsWith',
  'endsWith',
  'padStart',
  'padEnd',
  'replaceAll',
  'toLowerCase',
  'toUpperCase',
  'toString',
  'toFixed',
  'toISOString',
  'toLocaleString',
  'getTime',
]);

function isPlainMethod(call: CallLike): boolean {
  const member = ts.isCallExpression(call) ? memberOf(unwrap(call.expression)) : undefined;
  return !!member && PLAIN_METHODS.has(member.name);
}

const REGISTRATIONS: ReadonlySet<string> = new Set([
  'get',
  'post',
  'put',
  'patch',
  'delete',
  'del',
  'all',
  'use',
  'on',
  'route',
  'addHook',
  'derive',
  'resolve',
  'mutation',
  'query',
  'subscription',
  'handler',
  'action',
  'stateAction',
  'defineEventHandler',
  'eventHandler',
  'defineHandler',
  'onRequest',
  'onBeforeHandle',
  'createMiddleware',
  'defineMiddleware',
  'middleware',
  'defineAction',
  'fp',
  'server$',
  'cache',
  'group',
  'guard',
  'macro',
  'registerDecorator',
  'useEffect',
  'useCallback',
  'useMemo',
]);

/** A function that its surrounding call most likely runs as part of the same work, such as a transaction's body. */
export function isInlineCallback(fn: FunctionNode): boolean {
  const call = fn.parent as ts.Node | undefined;
  if (!call || !(ts.isCallExpression(call) || ts.isNewExpression(call))) return false;
  const name = calleeName(call);
  if (name === undefined || !REGISTRATIONS.has(name)) return true;
  // map.get(key), set.delete(x): no registration takes a function as its only argument under these names, save the wrappers.
  return false;
}

function immediatelyInvoked(owner: FunctionNode): readonly { fn: FunctionNode; call: ts.CallExpression }[] {
  const found: { fn: FunctionNode; call: ts.CallExpression }[] = [];
  const visit = (node: ts.Node): void => {
    if (isFunctionNode(node)) return;
    if (ts.isCallExpression(node)) {
      const callee = unwrap(node.expression, false);
      if (isFunctionNode(callee)) found.push({ fn: callee, call: node });
    }
    ts.forEachChild(node, visit);
  };
  if (owner.body) visit(owner.body);
  return found;
}

/** `createSessionCookie('')`: the cookie of no session, which is what version 2 makes of null. */
function isForNoSession({ arguments: [id] }: ts.CallExpression): boolean {
  return !!id && (stringValue(id) === '' || unwrap(id).kind === ts.SyntaxKind.NullKeyword);
}
