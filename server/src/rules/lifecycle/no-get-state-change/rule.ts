import type { FileContext } from '../../../core/context';
import type { EntryPoint } from '../../../core/framework';
import type { Site } from '../../../core/ops';
import { defineRule } from '../../../core/rule';
import { isFunctionNode, memberOf, stringValue, ts, unwrap, walk } from '../../../core/syntax';
import type { Ref } from '../../../core/values';
import { onlyWithoutSession } from '../../_shared/session';

export default defineRule({
  id: 'no-get-state-change',
  family: 'lifecycle',
  severity: 'warning',
  stage: 'stable',
  precision: 'medium',
  cwe: 352,
  frameworks: 'all',
  fixable: 'none',
  docs: {
    what: 'A handler of GET requests ends the session, or changes rows that the request names.',
    why: 'With SameSite=Lax the session cookie goes along when another site links or redirects here, and Origin checks leave GET out. A link, an image or a prefetch is then enough to sign users out or to change their data.',
    how: 'Do it in a POST: a form with a button, a server action, or a form action.',
    limits:
      'OAuth callbacks, links with a token from a mail, and writes that do not depend on the query are left alone, as are handlers whose method is not known.',
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 3.5.3',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x12-V3-Web-Frontend-Security.md',
    },
    { title: 'The Copenhagen Book: CSRF', url: 'https://thecopenhagenbook.com/csrf' },
  ],
  messages: {
    logout: 'This ends the session on a GET request: any site can sign users out with a link. Use POST.',
    write: 'This {verb}s {table} on a GET request that names the row: any site can trigger it with a link. Use POST.',
  },
  words: ['ession', 'delete', 'update', 'DELETE', 'UPDATE', 'set(', 'logout', 'ogOut', 'ignOut', 'ignout'],
  check(context, report) {
    for (const entry of context.entryPoints) {
      if (!isGet(entry) || isMethodChecked(context, entry)) continue;
      const sites = context.ops.sites(entry.fn);
      if (
        sites.some(
          ({ op }) =>
            op.kind === 'exchange' || op.kind === 'authorize' || (op.kind === 'lucia' && op.method === 'createSession'),
        )
      )
        continue;
      const ends = sites.find(
        (site) =>
          site.op.kind === 'lucia' &&
          (site.op.method === 'invalidateSession' || site.op.method === 'invalidateUserSessions') &&
          isWanted(context, entry, site),
      );
      if (ends) {
        report({ at: ends.at, message: 'logout' });
        continue;
      }
      if (entry.kind === 'page' || entry.kind === 'layout' || takesToken(entry)) continue;
      for (const site of sites) {
        const { op } = site;
        if (op.kind !== 'database' || (op.verb !== 'delete' && op.verb !== 'update')) continue;
        const refs = [...op.filter, ...op.data].flatMap(leaves);
        if (
          !refs.some((ref) => context.roles.readsQuery(ref)) ||
          refs.some((ref) => /token|code|hash|secret|signature|key/i.test(context.roles.inputName(ref) ?? ''))
        )
          continue;
        if (isBookkeeping(op.data.map((ref) => ref.node.getText()).join(' '))) continue;
        report({
          at: site.at,
          message: 'write',
          data: { verb: op.verb, table: op.tableName ? `\`${op.tableName}\`` : 'rows' },
        });
        break;
      }
    }
  },
});

/** The names and members that an expression is made of, conditions such as eq(table.id, id) and objects included. */
function leaves(ref: Ref): readonly Ref[] {
  const found: Ref[] = [];
  walk(ref.node, (node) => {
    if (isFunctionNode(node)) return true;
    if (ts.isPropertyAssignment(node)) {
      found.push(...leaves({ ...ref, node: node.initializer }));
      return false;
    }
    if (ts.isShorthandPropertyAssignment(node)) found.push({ ...ref, node: node.name });
    else if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isCallExpression(node))
      found.push({ ...ref, node });
    return !ts.isPropertyAccessExpression(node);
  });
  return found.slice(0, 40);
}

/** A route or loader that answers GET, and a page of Astro, whose code runs for each request. */
function isGet(entry: EntryPoint): boolean {
  if (entry.kind === 'page') return entry.framework === 'astro' || entry.framework === 'next';
  if (entry.kind !== 'route' && entry.kind !== 'load' && entry.kind !== 'procedure') return false;
  // A tRPC query is fetched with a header of its own that other sites cannot send.
  if (entry.kind === 'procedure') return false;
  return entry.methods?.length === 1 && entry.methods[0] === 'GET';
}

/** A page that looks at the method (Astro pages answer POST as well). */
function isMethodChecked(context: FileContext, entry: EntryPoint): boolean {
  if (entry.framework !== 'astro' || !ts.isSourceFile(entry.fn.node)) return false;
  return /\.method\b/.test(context.file.text);
}

/** Wanted by the request: not a session that is cleaned up because it, or its user, is no longer good. */
function isWanted(context: FileContext, entry: EntryPoint, site: Site): boolean {
  const at = { ...entry.fn, node: site.at };
  if (onlyWithoutSession(context, at)) return false;
  if (takesToken(entry)) return false;
  return !context.conditions.known(at).some((fact) => {
    const node = unwrap(fact.ref.node);
    const member = memberOf(node);
    if (
      member &&
      fact.truth &&
      /^(?:banned|disabled|deleted|suspended|blocked|locked|isBanned|isDisabled|isBlocked|isDeleted)$/.test(member.name)
    )
      return true;
    return (
      ts.isBinaryExpression(node) &&
      [node.left, node.right].some((side) => /\.method$/.test(side.getText()) || stringValue(side) === 'POST')
    );
  });
}

const LINKS =
  /(?:verif|confirm|unsubscrib|callback|magic|reset|activate|webhook|cron|invite|accept|token|\[code\]|:code|oauth)/i;

function takesToken(entry: EntryPoint): boolean {
  return LINKS.test(entry.route);
}

/** Counters and times of the last visit. */
function isBookkeeping(data: string): boolean {
  return /\b(?:last_?seen|last_?(?:active|login|visit)|views?|viewCount|clicks?|visits?|read_?at|increment)/i.test(
    data,
  );
}
