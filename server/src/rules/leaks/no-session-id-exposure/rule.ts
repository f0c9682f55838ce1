import type { FileContext } from '../../../core/context';
import { hasServerDirective } from '../../../core/model';
import { defineRule } from '../../../core/rule';
import { calleeName, memberOf, stringValue, textOf, ts, unwrap, walk } from '../../../core/syntax';
import type { Ref } from '../../../core/values';
import { blankedOut, clientProps, isStripped, outputsOf, pieces } from '../../_shared/rows';
import { isKnownMissing } from '../../_shared/session';
import { isListedId, relatedIds } from '../../_shared/session-rows';
import { isRedirectedTo, urlParts } from '../../_shared/urls';

export default defineRule({
  id: 'no-session-id-exposure',
  family: 'leaks',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 200,
  frameworks: 'all',
  fixable: 'none',
  needsProject: true,
  docs: {
    what: "A session id, a session cookie's value or a whole session reaches the client outside of its cookie: in JSON, a prop of a client component, a URL or web storage.",
    why: 'Whoever sees the session id is the user. In a response body scripts can read it, which is what httpOnly is there to prevent; in a URL it ends in logs, history and Referer.',
    how: "Send the user's data only. To let users end other sessions, show a separate handle (for instance the SHA-256 of the id) instead of the id.",
    limits: 'Off in projects that read bearer tokens, where Lucia documents handing the id to the client.',
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 14.2.1',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x23-V14-Data-Protection.md',
    },
    {
      title: 'OWASP Session Management Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
    },
  ],
  messages: {
    body: '`{what}` gives the client {kind}: whoever sees it is the user. Keep it in the httpOnly cookie.',
    others: '`{what}` gives the client the ids of its sessions, each of which is as good as a password.',
    page: '`{what}` is part of the page that is sent: scripts can read the session id there.',
    url: '`{what}` puts the session id into a URL: it ends in logs and history.',
    storage: '`{what}` keeps the session id where scripts can read it.',
  },
  words: ['session', 'Session', 'cookie', 'Cookie', 'locals', 'json', 'return'],
  check(context, report) {
    if (usesBearer(context)) return;
    const reported = new Set<ts.Node>();
    const add = (
      node: ts.Node,
      message: string,
      kind = '',
      from?: Ref,
      where = 'It is put into the answer here.',
    ): void => {
      if (reported.has(node)) return;
      reported.add(node);
      report({
        at: node,
        message,
        data: { what: textOf(node).replace(/\s+/g, ' ').slice(0, 40), kind },
        related: from ? [context.related(from, where)] : [],
      });
    };
    for (const output of [...outputsOf(context), ...clientProps(context)]) {
      for (const { ref, via, siblings } of pieces(context, output.ref)) {
        const taken = [...siblings, ...blankedOut(ref)];
        const related = via.file === context.file ? relatedIds(context, ref) : undefined;
        if (related && !taken.includes(related.path[0]!) && !isStripped(context, output, related.path[0]!)) {
          // They are asked for in the query: what goes out does not name them.
          const sent = ref.file === context.file ? ref.node : via.node;
          if (related.brings?.file === context.file)
            add(related.brings.node, 'others', '', context.ref(sent), 'They leave the server here.');
          else add(sent, 'others', '', related.read, 'The sessions come along with these rows.');
          continue;
        }
        // What a helper of another file puts together is reported where it goes out.
        if (ref.file !== context.file) {
          if (output.ref.file !== context.file) continue;
          const kind = context.roles.secret(ref);
          if (isListedId(context, ref)) add(output.ref.node, 'others', '', ref);
          else if (kind === 'session' || kind === 'session id' || kind === 'session cookie')
            add(output.ref.node, 'body', kind === 'session' ? 'the session with its id' : `the ${kind}`, ref);
          continue;
        }
        const kind = isLegacySession(context, ref) ? 'session' : context.roles.secret(ref);
        // What a visitor without a session is given is null.
        if (kind === 'session' && isKnownMissing(context, ref)) continue;
        if (kind?.startsWith('session') && isBearerToken(context, ref)) continue;
        if (kind === 'session' || kind === 'session id' || kind === 'session cookie') {
          add(ref.node, 'body', kind === 'session' ? 'the session with its id' : `the ${kind}`);
          // The whole answer is the session: where it was made is no second place.
          if (ref.node === unwrap(output.ref.node)) break;
        } else if (kind === 'cookies') add(ref.node, 'body', "every cookie, the session's included");
        else if (isListedId(context, ref)) add(ref.node, 'others');
      }
    }
    for (const node of [...rendered(context), ...boundArguments(context)]) {
      const ref = context.ref(node);
      // Of a whole session only its JSON is text.
      const isJson = ts.isCallExpression(node.parent) && context.roles.secret(ref) === 'session';
      if (isSessionId(context, ref) || (isJson && calleeName(node.parent) === 'stringify')) add(node, 'page');
      else if (isListedId(context, ref)) add(node, 'others');
    }
    for (const call of context.file.calls) {
      if (!ts.isCallExpression(call)) continue;
      const name = calleeName(call) ?? '';
      const member = memberOf(unwrap(call.expression));
      if (
        name === 'setItem' &&
        member &&
        /(?:local|session)Storage/.test(member.object.getText()) &&
        call.arguments[1]
      ) {
        if (isSessionId(context, context.ref(call.arguments[1]))) add(call.arguments[1], 'storage');
      }
      if (/^(?:redirect|permanentRedirect|sendRedirect)$/.test(name)) {
        for (const argument of call.arguments) {
          if (ts.isObjectLiteralExpression(unwrap(argument))) continue;
          for (const part of urlParts(context, context.ref(argument)))
            if (part.node !== unwrap(argument) && part.file === context.file && isSessionId(context, part))
              add(part.node, 'url');
        }
      }
      // url.searchParams.set('sid', session.id), where the browser is sent to that URL.
      const [, value] = call.arguments;
      if (/^(?:set|append)$/.test(name) && member && value && isRedirectedTo(context, member.object)) {
        if (isSessionId(context, context.ref(value))) add(value, 'url');
      }
    }
  },
});

/** What validate() of the request gives in version 2, whose sessions hold their id as well. */
function isLegacySession(context: FileContext, ref: Ref): boolean {
  if (!(Number.parseInt(context.version('lucia') ?? context.version('lucia-auth') ?? '', 10) < 3)) return false;
  return context.values.deepRoots(ref).some(({ ref: { node, ...place }, path }) => {
    if (path.length || !ts.isCallExpression(node) || node.arguments.length || calleeName(node) !== 'validate')
      return false;
    const member = memberOf(unwrap(node.expression));
    return (
      !!member &&
      context.values
        .deepRoots({ ...place, node: member.object })
        .some(
          (value) =>
            (value.path[value.path.length - 1] === 'auth' && value.path.includes('locals')) ||
            (!value.path.length &&
              ts.isCallExpression(value.ref.node) &&
              calleeName(value.ref.node) === 'handleRequest'),
        )
    );
  });
}

/** What a server component of Next writes into elements of the page: `<input type="hidden" value={session.id} />`. */
function rendered(context: FileContext): readonly ts.Expression[] {
  const { file, frameworks } = context;
  if (file.directive === 'use client' || !/\.[jt]sx$/.test(file.path) || !frameworks.has(file.path, 'next')) return [];
  const found: ts.Expression[] = [];
  walk(file.sourceFile, (node) => {
    if (!ts.isJsxExpression(node) || !node.expression) return;
    const { parent } = node;
    const element = ts.isJsxAttribute(parent)
      ? parent.parent.parent
      : ts.isJsxElement(parent)
        ? parent.openingElement
        : undefined;
    // A component may do anything with it; `key` is not written out.
    if (!element || !/^[a-z]/.test(element.tagName.getText())) return;
    if (ts.isJsxAttribute(parent) && parent.name.getText() === 'key') return;
    found.push(
      ...pieces(context, context.ref(node.expression)).flatMap(({ ref }) =>
        ref.file === file ? (ref.node as ts.Expression) : [],
      ),
    );
  });
  return found;
}

/** What is bound to a server function, which the browser keeps in clear to send it back: `end.bind(null, session.id)`. */
function boundArguments(context: FileContext): readonly ts.Expression[] {
  const { file, values } = context;
  if (file.directive) return [];
  return file.calls.flatMap((call) => {
    const member =
      ts.isCallExpression(call) && call.arguments.length > 1 ? memberOf(unwrap(call.expression)) : undefined;
    if (member?.name !== 'bind' || !ts.isCallExpression(call)) return [];
    const isAction = values
      .functions(context.ref(member.object))
      .some((fn) => fn.file.directive === 'use server' || hasServerDirective(fn.node));
    return isAction ? call.arguments.slice(1) : [];
  });
}

function isSessionId(context: FileContext, ref: Ref): boolean {
  const kind = context.roles.secret(ref);
  return kind === 'session id' || kind === 'session cookie';
}

function usesBearer(context: FileContext): boolean {
  const { project } = context;
  const key = `bearer\0${project.modules.projectRootOf(context.path)}`;
  const known = project.projectMemo.get(key) as boolean | undefined;
  if (known !== undefined) return known;
  const uses = project.filesNear(context.path).some((path) => (project.text(path) ?? '').includes('readBearerToken('));
  project.projectMemo.set(key, uses);
  return uses;
}

/** A session that is opened here, of which a client shall send the id as its bearer token: a header is where it is read. */
function isBearerToken(context: FileContext, ref: Ref): boolean {
  const isNew = context.values
    .deepRoots(ref)
    .some(
      ({ ref: made }) =>
        ts.isCallExpression(made.node) &&
        context.ops
          .of(made as Ref<ts.CallExpression>)
          .some((op) => op.kind === 'lucia' && op.method === 'createSession'),
    );
  return isNew && validatesHeader(context);
}

/** Whether the project validates sessions by what the Authorization header holds. */
function validatesHeader(context: FileContext): boolean {
  const { project } = context;
  const key = `validatesHeader\0${project.modules.projectRootOf(context.path)}`;
  const known = project.projectMemo.get(key) as boolean | undefined;
  if (known !== undefined) return known;
  const found = project.filesNear(context.path).some((path) => {
    if (!/authorization/i.test(project.text(path) ?? '') || context.frameworks.isTest(path)) return false;
    const file = project.model(path);
    return !!file?.functions.some((node) =>
      context.ops.sites({ node, file }).some(({ op }) => {
        if (op.kind !== 'lucia' || op.method !== 'validateSession') return false;
        return op.call.node.arguments.some((argument) => isFromHeader(context, { ...op.call, node: argument }));
      }),
    );
  });
  project.projectMemo.set(key, found);
  return found;
}

/** The Authorization header, or a part of it: `header.slice(7)`, `/^Bearer (.+)$/.exec(header)?.[1]`. */
function isFromHeader(context: FileContext, ref: Ref, depth = 0): boolean {
  return context.values.deepRoots(ref).some((value) => {
    if (value.path.some((step) => /^authorization$/i.test(step))) return true;
    const { node } = value.ref;
    if (!ts.isCallExpression(node) || depth > 4) return false;
    const [first] = node.arguments;
    if (/^authorization$/i.test(stringValue(first) ?? '')) return true;
    const member = memberOf(unwrap(node.expression));
    const within = (next: ts.Node | undefined): boolean =>
      !!next && isFromHeader(context, { ...value.ref, node: next }, depth + 1);
    return !!member && (member.name === 'exec' ? within(first) : within(member.object));
  });
}
