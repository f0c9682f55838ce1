import type { FileContext } from '../../../core/context';
import type { Op } from '../../../core/ops';
import { defineRule } from '../../../core/rule';
import { argumentsOf, textOf, ts } from '../../../core/syntax';
import type { Ref } from '../../../core/values';
import { isSessionIdRead } from '../../_shared/session';

export default defineRule({
  id: 'no-session-fixation',
  family: 'lifecycle',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 384,
  frameworks: 'all',
  fixable: 'none',
  docs: {
    what: 'A session is created under an id, or a session cookie is set to a value, that the request supplies.',
    why: 'Whoever can choose the session id of somebody else knows it: an attacker sends a victim a link with an id of their own, and after the login uses the same id.',
    how: 'Let createSession() make the id, and make the cookie from the session that it returns.',
    limits:
      'Values that are checked or changed by code outside of the project are not followed. Writing the same session cookie back to prolong it is not reported.',
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 7.2.4',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md',
    },
    { title: 'CWE-384: Session Fixation', url: 'https://cwe.mitre.org/data/definitions/384.html' },
  ],
  messages: {
    id: 'The session id `{value}` comes from the request: whoever sent it knows the session. Let createSession() make it.',
    cookie: 'This session cookie is set to `{value}`, which the request supplies: others can plant their session here.',
  },
  words: ['ession', 'ookie'],
  check(context, report) {
    if (context.frameworks.isAuxiliary(context.path)) return;
    for (const owner of context.roles.owners(context.file)) {
      for (const site of context.ops.sites(owner)) {
        // A helper that is handed the value is not at fault; the place that hands it over is.
        if (!site.direct && site.op.call.file === context.file && !site.op.call.env) continue;
        const found = faultOf(context, site.op);
        // A helper that takes the value from the request by itself is at fault itself.
        if (!found || (!site.direct && faultOf(context, unbound(site.op)))) continue;
        const at = site.direct && found.at.file === context.file && !found.at.env ? found.at.node : site.at;
        report({ at, message: found.message, data: { value: shortText(found.at.node) } });
      }
    }
  },
});

interface Found {
  readonly at: Ref;
  readonly message: 'id' | 'cookie';
}

function faultOf(context: FileContext, op: Op): Found | undefined {
  if (op.kind === 'lucia') return op.own ? undefined : fromCreate(context, op.method, op.call);
  const isWrite = op.kind === 'cookie' && op.action === 'write' && op.api !== 'header';
  return isWrite && op.value && context.roles.isSessionCookie(op) ? fromCookie(context, op.value, op.name) : undefined;
}

/** The operation as it stands in its function, whatever that is called with. */
function unbound(op: Op): Op {
  const bare = <R extends Ref | undefined>(ref: R): R => (ref && { node: ref.node, file: ref.file }) as R;
  if (op.kind === 'lucia') return { ...op, call: bare(op.call) };
  return op.kind === 'cookie' ? { ...op, call: bare(op.call), name: bare(op.name), value: bare(op.value) } : op;
}

function fromCreate(context: FileContext, method: string, call: Ref<ts.CallExpression>): Found | undefined {
  const args = argumentsOf(call.node);
  if (method === 'createSession' && args[2]) {
    const options: Ref = { ...call, node: args[2] };
    const written = [options, ...context.values.deepRoots(options).map((value) => value.ref)].map(idProperty);
    for (const id of written) if (id && isChosen(context, id)) return { at: id, message: 'id' };
    for (const value of context.values.deepRoots(options, ['sessionId'])) {
      if (ts.isObjectLiteralExpression(value.ref.node) && value.path.length) continue;
      if (isChosen(context, value.ref)) return { at: options, message: 'id' };
    }
  }
  if (method === 'createSessionCookie' && args[0]) {
    const id: Ref = { ...call, node: args[0] };
    if (isPlanted(context, id)) return { at: id, message: 'cookie' };
  }
  return undefined;
}

/** Whether the client decides what a value is. */
function isChosen(context: FileContext, ref: Ref): boolean {
  return context.roles.isRequestInput(ref) || context.roles.readsHeader(ref);
}

function idProperty(options: Ref): Ref | undefined {
  const { node } = options;
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  for (const property of node.properties) {
    if (!property.name || !ts.isIdentifier(property.name) || property.name.text !== 'sessionId') continue;
    if (ts.isPropertyAssignment(property)) return { ...options, node: property.initializer };
    if (ts.isShorthandPropertyAssignment(property)) return { ...options, node: property.name };
  }
  return undefined;
}

function fromCookie(context: FileContext, value: Ref, name: Ref | undefined): Found | undefined {
  if (!name || ts.isObjectLiteralExpression(value.node)) return undefined;
  return isPlanted(context, value) ? { at: value, message: 'cookie' } : undefined;
}

/** Input of the URL, the body or a header; the session cookie of the same browser is none. */
function isPlanted(context: FileContext, ref: Ref): boolean {
  return (
    context.roles.readsQuery(ref) &&
    !context.roles.readsCookie(ref) &&
    !isSessionIdRead(context, ref) &&
    !context.roles.sessionPart(ref)
  );
}

function shortText(node: ts.Node): string {
  const text = textOf(node).replace(/\s+/g, ' ');
  return text.length > 36 ? `${text.slice(0, 35)}…` : text;
}
