import type { FileContext } from '../../../core/context';
import type { DatabaseOp } from '../../../core/database';
import { addImport, importedAs, insertBefore, specifierTo } from '../../../core/edit';
import { bindingOf, exportNamesOf } from '../../../core/model';
import { placeOf } from '../../../core/ops';
import type { LuciaOp, Owner, PasswordOp, Site } from '../../../core/ops';
import { isHashName, isPasswordName } from '../../../core/roles';
import { defineRule } from '../../../core/rule';
import {
  argumentsOf,
  calleeName,
  enclosingFunction,
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
import type { CallLike } from '../../../core/syntax';
import { sameRoot } from '../../../core/values';
import type { FunctionRef, Ref, Value } from '../../../core/values';
import { provesSession, speaksOfSession } from '../../_shared/guards';
import { holdsOtherAccounts } from '../../_shared/schema';
import { awaitableStatement, luciaInScope, reachedFromOutside } from '../../_shared/session';

interface State {
  readonly owner: Owner;
  readonly site: Site;
  readonly op: DatabaseOp;
}

export default defineRule<State>({
  id: 'require-session-rotation',
  family: 'lifecycle',
  severity: 'warning',
  stage: 'stable',
  precision: 'high',
  cwe: 613,
  frameworks: 'all',
  fixable: 'suggested',
  needsProject: true,
  docs: {
    what: 'A password is changed or reset, a role is given or an e-mail is verified, and the other sessions of the user stay valid.',
    why: 'People change their password because somebody else may be in. Whoever already has a session keeps it: sessions do not depend on the password. One that was made before the e-mail was verified, or the role given, may be the one of somebody who signed up with a foreign address.',
    how: 'Call lucia.invalidateUserSessions(userId) when the new hash is stored, then create a new session for the browser that asked.',
    limits:
      'Changes of a role and of a verified e-mail are advice only: Lucia reads both anew with each request. Sign-up, a first password, and hashing the same password anew at login are left alone, as is code that hands sessions to something that is not seen.',
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 7.4.3',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md',
    },
    {
      title: 'OWASP Forgot Password Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Forgot_Password_Cheat_Sheet.html',
    },
    {
      title: 'Lucia v3: Password reset',
      url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/guides/email-and-password/password-reset.md',
    },
  ],
  messages: {
    stay: 'The password changes here, but sessions that exist stay valid: call invalidateUserSessions() as well.',
    privilege: '`{column}` changes here, but sessions that exist stay valid: call invalidateUserSessions() as well.',
  },
  words: ['update', 'UPDATE', 'Update', 'asswor', 'set(', 'ash', 'erified', 'erify'],
  check(context, report) {
    if (context.frameworks.isAuxiliary(context.path)) return;
    if (!hasSessions(context)) return;
    const entries = new Set(context.frameworks.entryPoints(context.file).map((entry) => entry.fn.node));
    for (const owner of [...reachedFromOutside(context), ...calledSteps(context)]) {
      const sites = context.ops.sites(owner);
      if (leftTo(context, owner)) continue;
      const stored = sites.filter(
        (site) =>
          site.op.kind === 'database' &&
          (storesHash(context, site.op, sites) || handsHashOn(context, owner, site, site.op, sites)),
      );
      if (stored.length && completesAccount(context, sites)) continue;
      const site = stored.find((candidate) => !isFirstPassword(context, owner, candidate));
      const ends = sites.some(
        (each) =>
          endsSessions(context, each) ||
          (makesUser(context, each) && !(site && isOtherwise(context, owner, site, each))),
      );
      if (ends || handsSessionsOn(context, owner)) continue;
      if (!site) {
        const change = privilegeChange(context, sites);
        // A function of the data layer that nothing calls yet: its callers will answer for it.
        const alone = sites.length === 1 && !entries.has(owner.node);
        if (!change || alone) continue;
        report({
          at: placeOf(change.site),
          message: 'privilege',
          severity: 'information',
          data: { column: change.column },
          related:
            change.site.direct || placeOf(change.site) !== change.site.at
              ? []
              : [context.related(change.op.call, 'It is stored here.')],
          state: { owner, site: change.site, op: change.op },
        });
        continue;
      }
      if (isRehash(context, sites) || (!site.direct && isStep(context, stepOf(site.op.call)))) continue;
      const op = site.op as DatabaseOp;
      report({
        at: placeOf(site),
        message: 'stay',
        related:
          site.direct || placeOf(site) !== site.at
            ? []
            : [context.related({ node: op.call.node, file: op.call.file }, 'The new hash is stored here.')],
        state: { owner, site, op },
      });
    }
  },
  fixes({ owner, site, op }, context) {
    const statement = awaitableStatement(placeOf(site));
    const userId = site.direct ? userIdOf(op) : undefined;
    if (!statement || !userId) return [];
    const instance = context.roles.projectInstances(context.path)[0];
    const exported =
      instance && exportNamesOf(instance.call.file, instance.call.node).find((name) => name !== 'default');
    const local = luciaInScope(context, owner);
    if (!local && (!instance || !exported || instance.call.file === context.file)) return [];
    return [
      {
        title: 'Invalidate the sessions of the user',
        kind: 'suggested',
        edits() {
          const specifier = instance ? specifierTo(context, instance.call.file.path) : '';
          const name = local ?? importedAs(context.file, specifier, exported!) ?? exported!;
          const addition = local ? undefined : addImport(context.file, specifier, exported!);
          const edits = [insertBefore(context.file, statement, `await ${name}.invalidateUserSessions(${userId});`)];
          return [{ path: context.path, edits: addition ? [addition, ...edits] : edits }];
        },
      },
    ];
  },
});

/** An instance, sessions of the project's own making, or calls of an instance that is out of sight. */
function hasSessions(context: FileContext): boolean {
  return (
    context.roles.projectInstances(context.path).length > 0 ||
    context.project.hasOwnSessions(context.path) ||
    context.file.calls.some((node) => context.ops.of(context.ref(node)).some((op) => op.kind === 'lucia'))
  );
}

/** Functions of the file that others call and that answer for the sessions by themselves. */
function calledSteps(context: FileContext): readonly FunctionRef[] {
  const outside = new Set(reachedFromOutside(context).map((owner) => owner.node));
  return context.file.functions
    .map((node): FunctionRef => ({ node, file: context.file }))
    .filter((fn) => !!fn.node.body && !outside.has(fn.node) && (isStep(context, fn) || isLeftAlone(context, fn, 0)));
}

/**
 * The function that another one leaves all the work to: it looks up whose password it is, and stores the new one. A function
 * that only stores what it is given answers to its callers.
 */
function leftTo(context: FileContext, owner: Owner): FunctionRef | undefined {
  const all = context.ops.sites(owner).filter(({ op }) => /^(?:database|lucia|verify|hash|digest)$/.test(op.kind));
  // Who is signed in, and who is meant, is asked in any handler.
  const changes = new Set(
    all.flatMap(({ op, at }) => (op.kind === 'hash' || (op.kind === 'database' && op.verb !== 'read') ? [at] : [])),
  );
  const asks = new Set(
    all.flatMap(({ op, at }) =>
      (op.kind === 'lucia' && op.method === 'validateSession') || (op.kind === 'database' && !changes.has(at))
        ? [at]
        : [],
    ),
  );
  const others = all.filter(({ at }) => !asks.has(at));
  const sites = others.length ? others : all;
  const [first] = sites;
  if (!first || sites.some(({ at, direct }) => direct || at !== first.at)) return undefined;
  const [target, ...more] = context.values.targets({ node: first.at, file: owner.file });
  if (!target || more.length || context.frameworks.isAuxiliary(target.file.path)) return undefined;
  const inner = context.ops.sites({ node: target.node, file: target.file });
  const decides = inner.some(
    ({ op }) => op.kind === 'verify' || op.kind === 'lucia' || (op.kind === 'database' && op.verb === 'read'),
  );
  const stores = inner.some(({ op }) => op.kind === 'database' && storesHash(context, op, inner));
  return decides && stores ? { node: target.node, file: target.file } : undefined;
}

/** Whether something that is reached from outside does nothing else than to call the function. */
function isLeftAlone(context: FileContext, fn: FunctionRef, depth: number): boolean {
  const sites = context.ops.sites(fn);
  if (depth > 2 || !sites.some(({ op }) => op.kind === 'database' && storesHash(context, op, sites))) return false;
  return context.roles.callersOf(fn).some((call) => {
    const around = stepOf(call);
    if (!around || leftTo(context, around)?.node !== fn.node || handsSessionsOn(context, around)) return false;
    const isOutside = reachedFromOutside(context, around.file).some(({ node }) => node === around.node);
    return isOutside || isLeftAlone(context, around, depth + 1);
  });
}

/** A function that stores a hash and starts a session itself: none of its callers ends the other sessions. */
function isStep(context: FileContext, fn: FunctionRef | undefined): boolean {
  if (!fn) return false;
  const sites = context.ops.sites({ node: fn.node, file: fn.file });
  const starts = sites.some(({ op, direct }) => direct && op.kind === 'lucia' && op.method === 'createSession');
  const stores = sites.some(({ op, direct }) => direct && op.kind === 'database' && storesHash(context, op, sites));
  return (
    starts &&
    stores &&
    context.roles.callersOf(fn).every((call) => {
      const around = stepOf(call);
      return (
        !around || !context.ops.sites(around).some((site) => endsSessions(context, site) || makesUser(context, site))
      );
    })
  );
}

function stepOf({ node, file }: Ref): FunctionRef | undefined {
  const fn = enclosingFunction(node);
  return fn && { node: fn, file };
}

/** An update that writes a password hash; an upsert may be a sign-up. */
function storesHash(context: FileContext, op: DatabaseOp, sites: readonly Site[]): boolean {
  if (
    op.verb !== 'update' ||
    /^upsert$/i.test(calleeName(op.call.node) ?? '') ||
    /on\s+conflict|duplicate\s+key/i.test(op.sql ?? '') ||
    holdsOtherAccounts(context, op)
  )
    return false;
  const hashes = makesHash(sites);
  // A function of the project may put the text together that it stores of a hash: only the column tells.
  const isNamed = hashes && assigned(op).some((name) => isHashName(name) || isPasswordName(name));
  return op.data.some(
    (ref) =>
      isHash(context, ref, hashes) || isPlainPassword(context, op, ref) || (isNamed && comesFromHashing(context, ref)),
  );
}

/** The columns that a statement in SQL writes: `SET name = ?, email = ?`. */
function assigned({ sql }: DatabaseOp): readonly string[] {
  const set = /\bset\b([\s\S]*?)(?:\bwhere\b|$)/i.exec(sql ?? '')?.[1] ?? '';
  const named = /(\w+)["`\]]?\s*=/g;
  const found: string[] = [];
  for (let match = named.exec(set); match; match = named.exec(set)) found.push(match[1]!);
  return found;
}

/** A password that is stored as it came in, in a column of that name: another rule tells of it, and it changes all the same. */
function isPlainPassword(context: FileContext, { sql }: DatabaseOp, ref: Ref): boolean {
  if (sql !== undefined)
    return /\bset\b[^;]*?\bpassw(?:or)?d\w*["'`\]]?\s*=/i.test(sql) && context.roles.isPassword(ref);
  return context.values.roots(ref).some(
    ({ ref: { node, ...place }, path }) =>
      !path.length &&
      ts.isObjectLiteralExpression(node) &&
      node.properties.some((property) => {
        const value = ts.isPropertyAssignment(property)
          ? property.initializer
          : ts.isShorthandPropertyAssignment(property)
            ? property.name
            : undefined;
        return (
          !!value &&
          isPasswordName(propertyName(property.name!) ?? '') &&
          context.roles.isPassword({ ...place, node: value })
        );
      }),
  );
}

/** Whether a password is hashed, also by a digest, which is no way to do it. */
function makesHash(sites: readonly Site[]): boolean {
  return sites.some(
    ({ op }) => op.kind === 'hash' || (op.kind === 'digest' && !!op.input && isPasswordName(wordOf(op.input) ?? '')),
  );
}

/** The last name of a value: that of a variable or parameter, or of the property that is read; also where it is made bytes. */
function wordOf(ref: Ref): string | undefined {
  const given = unwrap(ref.node);
  const text = ts.isCallExpression(given) && calleeName(given) === 'encode' ? given.arguments[0] : undefined;
  const node = text ? unwrap(text) : given;
  if (ts.isIdentifier(node)) return node.text;
  return memberOf(node)?.name;
}

/** A helper that updates a user's row with what it is given, and is given a hash: `users.patch(id, { secret: await hash(password) })`. */
function handsHashOn(
  context: FileContext,
  owner: Owner,
  { at, direct }: Site,
  op: DatabaseOp,
  sites: readonly Site[],
): boolean {
  if (direct || op.verb !== 'update' || /session|token|code|invit|log/i.test(op.tableName ?? '')) return false;
  const hashes = makesHash(sites);
  return hashes && argumentsOf(at).some((node) => isHash(context, { ...owner, node }, hashes));
}

const PRIVILEGE =
  /^(?:(?:is_?)?(?:e?_?mail_?)?verified(?:_?at)?|(?:e?mail)Verified(?:At)?|(?:has_?)?verified_?e?_?mail|(?:access_?|user_?)?roles?|is_?admin|permissions?)$/i;

/** An update of a user's row that makes the account worth more: a verified address, a role. */
function privilegeChange(
  context: FileContext,
  sites: readonly Site[],
): { site: Site; op: DatabaseOp; column: string } | undefined {
  // A provider's word about the address, in the request that signs in.
  if (sites.some(({ op }) => op.kind === 'exchange')) return undefined;
  for (const site of sites) {
    const { op } = site;
    if (op.kind !== 'database' || op.verb !== 'update' || /^upsert$/i.test(calleeName(op.call.node) ?? '')) continue;
    if (!/user|account|member/i.test(op.tableName ?? '')) continue;
    const named = assigned(op).find((name) => PRIVILEGE.test(name));
    if (named) return { site, op, column: named };
    for (const value of op.data.flatMap((ref) => objectsOf(context, ref))) {
      if (!ts.isObjectLiteralExpression(value.ref.node)) continue;
      for (const property of value.ref.node.properties) {
        const name = property.name && propertyName(property.name);
        if (name === undefined || !PRIVILEGE.test(name)) continue;
        const kind = ts.isPropertyAssignment(property) ? unwrap(property.initializer).kind : undefined;
        // Taken away, not given.
        if (kind === ts.SyntaxKind.FalseKeyword || kind === ts.SyntaxKind.NullKeyword) continue;
        return { site, op, column: name };
      }
    }
  }
  return undefined;
}

/** The objects that are written out for a value, with those that are spread into it: `set({ ...changes, updatedAt })`. */
function objectsOf(context: FileContext, ref: Ref, depth = 0): readonly Value[] {
  return context.values.roots(ref).flatMap((value) => {
    const { node } = value.ref;
    if (value.path.length || !ts.isObjectLiteralExpression(node)) return [];
    const spread = depth < 3 ? node.properties.filter(ts.isSpreadAssignment) : [];
    return [
      value,
      ...spread.flatMap(({ expression }) => objectsOf(context, { ...value.ref, node: expression }, depth + 1)),
    ];
  });
}

function isHash(context: FileContext, ref: Ref, hashes: boolean, seen = new Set<ts.Node>()): boolean {
  // `changes = { ...changes, name }` in a loop spreads what is being asked for.
  if (seen.has(ref.node)) return false;
  seen.add(ref.node);
  const isResult = (value: Ref): boolean =>
    context.values
      .deepRoots(value)
      .some(
        (root) =>
          !root.path.length &&
          ts.isCallExpression(root.ref.node) &&
          context.ops.of(root.ref as Ref<CallLike>).some((op) => op.kind === 'hash'),
      );
  const isHeldAs = (name: string | undefined, held: Ref): boolean =>
    isResult(held) ||
    (name !== undefined && ((hashes && isHashName(name)) || (isPasswordName(name) && comesFromHashing(context, held))));
  // const changes = { … }; changes.password = await hash(password);
  const filled = unwrap(ref.node);
  for (const use of ts.isIdentifier(filled) ? (bindingOf(ref.file, filled)?.uses ?? []) : []) {
    const member = memberOf(use.parent);
    const { parent } = use.parent;
    if (member?.object !== use || !ts.isBinaryExpression(parent) || parent.left !== use.parent) continue;
    if (isHeldAs(member.name, { ...ref, node: parent.right })) return true;
  }
  for (const value of context.values.roots(ref)) {
    const { node } = value.ref;
    if (!value.path.length && ts.isObjectLiteralExpression(node)) {
      for (const property of node.properties) {
        if (ts.isSpreadAssignment(property)) {
          // Written only when there is one: `...(hash && { hash })`.
          const spread = unwrap(property.expression);
          if (
            spreadsObject(context, { ...value.ref, node: spread }) &&
            isHash(context, { ...value.ref, node: spread }, hashes, seen)
          )
            return true;
          continue;
        }
        const name = propertyName(property.name);
        const held = ts.isPropertyAssignment(property)
          ? property.initializer
          : ts.isShorthandPropertyAssignment(property)
            ? property.name
            : undefined;
        if (!held || held.kind === ts.SyntaxKind.NullKeyword) continue;
        if (isHeldAs(name, { ...value.ref, node: held })) return true;
      }
    } else if (isResult(value.ref)) return true;
  }
  return false;
}

/** What an own function gives that hashes: it may hand the hash on by a callback or a promise of its own. */
function comesFromHashing(context: FileContext, held: Ref): boolean {
  return context.values.roots(held).some(
    ({ ref, path }) =>
      !path.length &&
      ts.isCallExpression(ref.node) &&
      context.values.targets(ref as Ref<CallLike>).some((fn) => {
        const sites = context.ops.sites(fn);
        return makesHash(sites) && !sites.some(({ op }) => op.kind === 'database' || op.kind === 'lucia');
      }),
  );
}

/** Whether a spread is of an object that is written out, and not of something that is handed in. */
function spreadsObject(context: FileContext, ref: Ref): boolean {
  return context.values
    .roots(ref)
    .some(({ ref: { node }, path }) => !path.length && ts.isObjectLiteralExpression(node));
}

function endsSessions(context: FileContext, { op }: Site): boolean {
  if (op.kind === 'lucia')
    return op.method === 'invalidateUserSessions' || (op.method === 'invalidateSession' && !isForUser(context, op));
  if (op.kind !== 'database') return false;
  const name = `${op.tableName ?? ''} ${op.sql ?? ''}`;
  // Rows that stay, but let nobody in: `update(refreshTokens).set({ revokedAt: new Date() })`.
  if (op.verb === 'update' && /session|refresh_?token/i.test(op.tableName ?? ''))
    return /revoke|expire|invalid|valid|active|deleted/i.test(
      op.sql ?? op.data.map(({ node }) => textOf(node)).join(' '),
    );
  return op.verb === 'delete' && /session|refresh_?token/i.test(name);
}

/** A user row that is made in the same handler: a sign-up. A row that names its user is about one that there is: a membership. */
function makesUser(context: FileContext, { op }: Site): boolean {
  if (op.kind !== 'database' || op.verb !== 'insert' || !/user|account|member/i.test(op.tableName ?? '')) return false;
  const columns = /\binto\b[^(]*\(([^)]*)\)/i.exec(op.sql ?? '')?.[1] ?? '';
  if (/\buser_?id\b/i.test(columns)) return false;
  return !op.data
    .flatMap((ref) => objectsOf(context, ref))
    .some(
      ({ ref: { node } }) =>
        ts.isObjectLiteralExpression(node) &&
        node.properties.some(({ name }) => !!name && /^user_?id$/i.test(propertyName(name) ?? '')),
    );
}

/** A row that somebody who is signed in makes only where there is none to change. */
function isOtherwise(context: FileContext, owner: Owner, change: Site, insert: Site): boolean {
  if (ts.isSourceFile(owner.node) || change.at === insert.at) return false;
  const isSignedIn = context.conditions.known({ ...owner, node: change.at }).some((fact) => {
    if (provesSession(context, fact)) return true;
    // if (!mayManage(locals.user?.role)) return …
    const test = unwrap(fact.ref.node);
    const asked = ts.isCallExpression(test) && fact.truth ? [...test.arguments] : [];
    return asked.some(
      (node) => speaksOfSession(context, { ...fact.ref, node }) || isRankOnLocals(context, { ...fact.ref, node }),
    );
  });
  if (!isSignedIn) return false;
  const flow = context.conditions.flow(owner as FunctionRef);
  const [one, other] = [flow.at(change.at), flow.at(insert.at)];
  return !!one && !!other && !flow.reaches(one, other) && !flow.reaches(other, one);
}

/** `locals.person?.role`: the rank of whoever a hook has found to be signed in, under any name. */
function isRankOnLocals(context: FileContext, ref: Ref): boolean {
  return context.values
    .roots(ref)
    .some(
      ({ ref: { node }, path, external }) =>
        !external &&
        ts.isParameter(node) &&
        path.includes('locals') &&
        /^(?:is_?admin|roles?|permissions?)$/i.test(path[path.length - 1]!),
    );
}

/** `lucia.invalidateSession(user.id)`: no session has the id of a user. */
function isForUser(context: FileContext, { call, own }: LuciaOp): boolean {
  const [id] = call.node.arguments;
  return (
    !own &&
    !!id &&
    context.values.roots({ ...call, node: id }).every(({ ref: { node }, path }) => {
      const [last, before] = [...path].reverse();
      // c.get('user').id
      const read = ts.isCallExpression(node) && calleeName(node) === 'get' ? stringValue(node.arguments[0]) : undefined;
      return /^user_?id$/i.test(last ?? '') || (last === 'id' && (before ?? read) === 'user');
    })
  );
}

/** The password that is hashed is the one that was verified: the same password with new parameters. */
function isRehash(context: FileContext, sites: readonly Site[]): boolean {
  const passwords = (kind: 'hash' | 'verify'): readonly Ref[] =>
    sites.flatMap(({ op }) => (op.kind === kind && (op as PasswordOp).password ? [(op as PasswordOp).password!] : []));
  const verified = passwords('verify').flatMap((ref) => context.values.roots(ref));
  return passwords('hash').some((ref) =>
    context.values
      .roots(ref)
      .some((value) =>
        verified.some((other) => sameRoot(value, other) && value.path.join('.') === other.path.join('.')),
      ),
  );
}

/** Where it is known that the account has no password yet. */
function isFirstPassword(context: FileContext, owner: Owner, site: Site): boolean {
  return context.conditions.known({ ...owner, node: site.at }).some((fact) => {
    const test = context.roles.missing(fact);
    return (
      test?.missing === true &&
      test.values.some(({ path }) => {
        const name = path[path.length - 1] ?? '';
        // A column may say whether there is one: `hasPassword`.
        return isHashName(name) || /^has_?(?:a_?)?(?:pass(?:word)?|pwd)$/i.test(name);
      })
    );
  });
}

/**
 * An account that is made without a password gets one: by an invitation, or by the signed-in user in a project that makes
 * such accounts, where the handler asks for no old password and looks up no token.
 */
function completesAccount(context: FileContext, sites: readonly Site[]): boolean {
  const stores = sites.flatMap(({ op }) => (op.kind === 'database' ? [op] : []));
  if (stores.some((op) => /invit/i.test(`${op.tableName ?? ''} ${op.sql ?? ''}`))) return true;
  return (
    stores.length === 1 &&
    !sites.some(({ op }) => op.kind === 'verify' || op.kind === 'digest') &&
    makesAccountsWithoutPassword(context)
  );
}

/** Whether the project stores accounts whose hash is null. */
function makesAccountsWithoutPassword(context: FileContext): boolean {
  const { project } = context;
  const key = `withoutPassword\0${project.modules.projectRootOf(context.path)}`;
  const known = project.projectMemo.get(key) as boolean | undefined;
  if (known !== undefined) return known;
  const found = project.filesNear(context.path).some((path) => {
    if (context.frameworks.isAuxiliary(path) || !/hash\w*['"]?\s*:\s*null\b/i.test(project.text(path) ?? ''))
      return false;
    const file = project.model(path);
    return !!file?.calls.some((node) =>
      context.ops
        .of({ node, file })
        .some(
          (op) =>
            op.kind === 'database' &&
            (op.verb === 'insert' || op.verb === 'update') &&
            op.data.some((ref) => holdsNullHash(ref.node)),
        ),
    );
  });
  project.projectMemo.set(key, found);
  return found;
}

function holdsNullHash(data: ts.Node): boolean {
  let holds = false;
  walk(data, (node) => {
    if (
      ts.isPropertyAssignment(node) &&
      isHashName(propertyName(node.name) ?? '') &&
      node.initializer.kind === ts.SyntaxKind.NullKeyword
    )
      holds = true;
    return !holds;
  });
  return holds;
}

/** A call of something outside of the project that has to do with sessions, by its name: it may end them. */
function handsSessionsOn(context: FileContext, owner: Owner): boolean {
  let found = false;
  walk(owner.node, (node) => {
    if (found) return false;
    if (node !== owner.node && isFunctionNode(node) && context.entryPoints.some((entry) => entry.fn.node === node))
      return false;
    if (ts.isCallExpression(node)) {
      const call = { ...owner, node } as Ref<CallLike>;
      if (
        /session/i.test(textOf(node.expression).replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '')) &&
        !context.ops.of(call).length &&
        !context.values.targets(call).length &&
        argumentsOf(node).length &&
        !/\b(?:get|read|find|load|createSession)/i.test(calleeName(node) ?? '')
      )
        found = true;
    }
    return true;
  });
  return found;
}

/** The expression that selects the user's row. */
function userIdOf(op: DatabaseOp): string | undefined {
  for (const { node } of op.filter) {
    const inner = unwrap(node);
    if (ts.isObjectLiteralExpression(inner)) {
      const id = propertyOf(inner, 'id') ?? propertyOf(inner, 'userId');
      if (id && isPlain(id)) return textOf(id);
    }
    if (
      ts.isCallExpression(inner) &&
      calleeName(inner) === 'eq' &&
      inner.arguments[1] &&
      isPlain(inner.arguments[1]) &&
      /id$/i.test(textOf(inner.arguments[0]!))
    )
      return textOf(inner.arguments[1]);
  }
  return undefined;
}

function isPlain(node: ts.Node): boolean {
  return ts.isIdentifier(node) || (ts.isPropertyAccessExpression(node) && isPlain(node.expression));
}
