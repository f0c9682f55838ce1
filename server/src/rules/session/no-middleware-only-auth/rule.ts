import type { FileContext } from '../../../core/context';
import type { FunctionRef } from '../../../core/values';
import type { Site } from '../../../core/ops';
import { defineRule } from '../../../core/rule';
import { ts } from '../../../core/syntax';
import { mentionsSession } from '../../_shared/guards';

/** First versions with the fix for CVE-2025-29927, by major. Source: the advisory GHSA-f82v-jwr5-mffw. */
const FIXED: Readonly<Record<number, readonly [number, number]>> = { 12: [3, 5], 13: [5, 9], 14: [2, 25], 15: [2, 3] };

export default defineRule({
  id: 'no-middleware-only-auth',
  family: 'session',
  severity: 'information',
  stage: 'stable',
  precision: 'medium',
  cwe: 285,
  frameworks: ['next'],
  fixable: 'none',
  needsProject: true,
  docs: {
    what: 'In a Next project only middleware (proxy) validates the session, and no page, action or route handler does.',
    why: 'Middleware is a first filter: a matcher that misses a path, a rewrite, or a way around it (CVE-2025-29927 let a header skip it) leaves everything behind it open.',
    how: 'Validate the session again where data is read or written; keep the middleware for early redirects. Update Next when the message says so.',
    limits:
      'Not for frameworks in which middleware is the right place: Express, Hono, Fastify, H3, Astro, SvelteKit hooks.',
  },
  sources: [
    { title: 'GHSA-f82v-jwr5-mffw (CVE-2025-29927)', url: 'https://github.com/advisories/GHSA-f82v-jwr5-mffw' },
    { title: 'Next.js: authentication', url: 'https://nextjs.org/docs/app/guides/authentication' },
  ],
  messages: {
    only: 'Only this middleware validates the session; validate it again where data is read.',
    bypass:
      'Next {version} lets a request header skip middleware (CVE-2025-29927), and nothing else validates the session.',
  },
  words: ['middleware', 'proxy'],
  check(context, report) {
    const entry = context.entryPoints.find(
      (candidate) => candidate.kind === 'middleware' && candidate.framework === 'next',
    );
    if (!entry || ts.isSourceFile(entry.fn.node) || !decidesBySession(context, entry.fn as FunctionRef)) return;
    if (others(context)) return;
    const version = context.version('next');
    const vulnerable = version !== undefined && isVulnerable(version);
    const validates = validation(context, entry.fn as FunctionRef);
    report({
      at: validates?.at ?? entry.fn.node.name ?? entry.fn.node.parameters[0] ?? entry.fn.node,
      message: vulnerable ? 'bypass' : 'only',
      data: { version: version ?? '' },
      severity: vulnerable ? 'error' : 'information',
    });
  },
});

/** Where a function has Lucia validate the session. */
function validation(context: FileContext, fn: FunctionRef): Site | undefined {
  return context.ops.sites(fn).find((site) => site.op.kind === 'lucia' && site.op.method === 'validateSession');
}

/** The middleware validates the session, or looks at its cookie, and turns visitors away. */
function decidesBySession(context: FileContext, fn: FunctionRef): boolean {
  if (validation(context, fn)) return true;
  return context.conditions.flow(fn).branches.some(({ edge }) => {
    if (!edge.condition) return false;
    const test = context.roles.missing({
      ref: { ...fn, node: edge.condition.expression },
      truth: edge.condition.truth,
    });
    return (
      !!test?.missing &&
      test.values.some((value) => {
        const read = context.roles.cookieRead(value);
        return !!read && (!read.name || context.roles.isSessionCookieName(read.name));
      })
    );
  });
}

/** Whether any page, action or route handler of the project speaks of the session; true when there is none to ask. */
function others(context: FileContext): boolean {
  let reachable = 0;
  for (const path of context.project.filesNear(context.path)) {
    if (path === context.path) continue;
    const file = context.project.model(path);
    for (const entry of file ? context.frameworks.entryPoints(file) : []) {
      if (entry.kind === 'middleware' || entry.kind === 'layout') continue;
      const sites = context.ops.sites(entry.fn);
      if (!sites.some((site) => site.op.kind === 'database')) continue;
      // Login, sign-up and callbacks have no session to check yet.
      if (sites.some((site) => site.op.kind === 'verify' || site.op.kind === 'hash' || site.op.kind === 'exchange'))
        continue;
      reachable++;
      // A header that the middleware sets is no check of its own.
      if (mentionsSession(context, entry.fn, false)) return true;
    }
  }
  return reachable === 0;
}

function isVulnerable(version: string): boolean {
  const [major, minor, patch] = version.split('.').map((part) => Number.parseInt(part, 10));
  if (major === undefined || Number.isNaN(major)) return false;
  if (major < 12) return major === 11;
  const fixed = FIXED[major];
  if (!fixed) return false;
  return (minor ?? 0) < fixed[0] || ((minor ?? 0) === fixed[0] && (patch ?? 0) < fixed[1]);
}
