import type { FileContext } from '../../../core/context';
import type { FrameworkName } from '../../../core/framework';
import { defineRule } from '../../../core/rule';
import {
  calleeName,
  enclosingFunction,
  isFunctionNode,
  propertyName,
  stringValue,
  textOf,
  ts,
  unwrap,
  walk,
} from '../../../core/syntax';
import type { CallLike } from '../../../core/syntax';
import type { Ref, Value } from '../../../core/values';
import { isOutsideProduction } from '../../_shared/cookie-flags';

const HEADERS = /^(?:host|origin|referer|x-forwarded-host|x-forwarded-server|forwarded|x-original-host)$/i;
/** Frameworks whose request takes its URL from the Host header. SvelteKit and Next.js can be told an origin. */
const URL_OF_HOST: readonly FrameworkName[] = ['remix', 'astro', 'hono'];
const ORIGIN_PARTS = /^(?:origin|host|hostname|href)$/;
const LINK = /reset|verif|confirm|token|magic|activate|invit|recover|password|callback|unsubscribe/i;

export default defineRule({
  id: 'no-request-origin-in-links',
  family: 'passwords',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 640,
  frameworks: 'all',
  fixable: 'none',
  docs: {
    what: 'A reset or verification link begins with a host that a request header named.',
    why: "An attacker asks for a reset of somebody else's password and sends a Host or Origin of their own. The victim gets a genuine mail whose link carries the token to the attacker.",
    how: 'Build links from a configured base URL.',
    limits:
      "Headers that a proxy of yours overwrites are safe, which cannot be seen from the code. The request's own URL counts in Remix, React Router, Astro, Hono and Nitro, which make it of the Host header, and not in SvelteKit and Next.js.",
  },
  sources: [
    {
      title: 'OWASP Forgot Password Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Forgot_Password_Cheat_Sheet.html',
    },
    { title: 'CWE-640', url: 'https://cwe.mitre.org/data/definitions/640.html' },
  ],
  messages: {
    link: 'This link is built from `{what}` of the request; an attacker can point it at another host.',
  },
  words: [
    'origin',
    'Origin',
    'host',
    'Host',
    'referer',
    'Referer',
    'headers',
    'reset',
    'verif',
    'mail',
    'Mail',
    '.url',
    'getRequestURL',
  ],
  check(context, report) {
    const reported = new Set<ts.Node>();
    const consider = (whole: ts.Node, head: ts.Node, rest: string): void => {
      if (reported.has(whole) || !LINK.test(rest) || isOutsideProduction(context, context.ref(whole))) return;
      const header = headerOf(context, context.ref(head), 0);
      if (!header || !leavesInMail(whole) || (header === 'url' && !isAmongMails(whole))) return;
      reported.add(whole);
      report({ at: head, message: 'link', data: { what: header } });
    };
    for (const template of context.file.templates)
      for (const head of hostsIn(template)) consider(template, head, template.getText());
    for (const binary of context.file.binaries) {
      if (binary.operatorToken.kind !== ts.SyntaxKind.PlusToken || isPlus(binary.parent)) continue;
      let head: ts.Expression = binary;
      while (ts.isBinaryExpression(unwrap(head)) && isPlus(unwrap(head)))
        head = (unwrap(head) as ts.BinaryExpression).left;
      if (/^['"][a-z]+:\/\/['"]$/i.test(textOf(head))) {
        const parent = head.parent;
        if (ts.isBinaryExpression(parent)) head = parent.right;
      }
      consider(binary, head, binary.getText());
    }
    // absolute(request, `/reset/${token}`): an own helper puts the host in front.
    for (const call of context.file.calls) {
      if (!ts.isCallExpression(call) || reported.has(call) || !LINK.test(call.getText()) || !leavesInMail(call))
        continue;
      for (const target of context.values.targets(context.ref(call))) {
        const header = context.values
          .returned(target)
          .filter(({ node }) => /:\/\/|origin/i.test(node.getText()))
          .map((ref) => headerOf(context, ref, 0))
          .find((name) => name !== undefined);
        const hasPath = call.arguments.some(
          (argument) => LINK.test(argument.getText()) && /['"`]\//.test(argument.getText()),
        );
        if (!header || !hasPath) continue;
        reported.add(call);
        report({ at: call, message: 'link', data: { what: header } });
      }
    }
    // mailLink(email, headers.get('host')), new Mailer(`https://${host}`): what is handed over becomes a link there.
    for (const call of context.file.calls) {
      for (const [index, argument] of ts.isTaggedTemplateExpression(call)
        ? []
        : [...(call.arguments ?? [])].entries()) {
        if (!leavesInMail(argument)) continue;
        for (const { node, path } of handedOver(argument)) {
          if (reported.has(node) || isBase(node)) continue;
          const header = headerOf(context, context.ref(node), 0);
          if (!header || !linksFrom(context, context.ref(call), index, path)) continue;
          reported.add(node);
          report({ at: node, message: 'link', data: { what: header } });
        }
      }
    }
    // send(email, <ResetMail origin={headers.get('origin')} token={token} />)
    if (/\.[jt]sx$/.test(context.path))
      walk(context.file.sourceFile, (node) => {
        if (!ts.isJsxAttributes(node) || !isSentAsMail(node) || !LINK.test(node.parent.getText())) return;
        for (const attribute of node.properties) {
          const given =
            ts.isJsxAttribute(attribute) && attribute.initializer && ts.isJsxExpression(attribute.initializer)
              ? attribute.initializer.expression
              : undefined;
          if (!given || reported.has(given) || !ORIGIN_PROP.test(attribute.name?.getText() ?? '')) continue;
          const header = headerOf(context, context.ref(given), 0);
          if (!header || header === 'url') continue;
          reported.add(given);
          report({ at: given, message: 'link', data: { what: header } });
        }
      });
    for (const call of context.file.calls) {
      if (!ts.isNewExpression(call) || calleeName(call) !== 'URL' || !call.arguments?.[1]) continue;
      consider(call, call.arguments[1], call.getText());
    }
  },
});

/** What a template of a mail calls the part that its links begin with. */
const ORIGIN_PROP = /(?:origin|host|domain|(?:base|site|app)_?url)$/i;

/** Whether an element is handed to what sends it: `sendMail(to, <Reset … />)`, `render(<Reset … />)` among mails. */
function isSentAsMail(attributes: ts.JsxAttributes): boolean {
  for (let node: ts.Node = attributes.parent; node.parent && !ts.isStatement(node); node = node.parent) {
    const { parent } = node;
    if (ts.isCallExpression(parent) && parent.expression !== node && /mail|send/i.test(parent.expression.getText()))
      return true;
    if (isFunctionNode(parent)) return false;
  }
  return false;
}

/** What stands in a template where an address has its host: `${x}/…`, `https://${x}/…`, `${protocol}//${x}/…`. */
function hostsIn(template: ts.Node): readonly ts.Expression[] {
  if (!ts.isTemplateExpression(template) || !/^(?:[a-z]+:\/\/)?$/i.test(template.head.text)) return [];
  const [first, second] = template.templateSpans;
  if (second && template.head.text === '' && /^:?\/\/$/.test(first!.literal.text)) return [second.expression];
  return first ? [first.expression] : [];
}

function textAfter(expression: ts.Expression): string {
  const { parent } = expression;
  return ts.isTemplateSpan(parent) ? parent.literal.text : '';
}

/** An argument that is read out of, as in `headers.get('host')`, is no address that is handed over. */
function isBase(argument: ts.Node): boolean {
  const inner = unwrap(argument);
  return ts.isStringLiteralLike(inner) || ts.isFunctionLike(inner) || ts.isObjectLiteralExpression(inner);
}

/** An argument, or each property of an object that is one. */
function handedOver(argument: ts.Node): readonly { readonly node: ts.Node; readonly path: readonly string[] }[] {
  const inner = unwrap(argument);
  if (!ts.isObjectLiteralExpression(inner)) return [{ node: argument, path: [] }];
  return inner.properties.flatMap((property) => {
    const name = propertyName(property.name);
    if (name === undefined) return [];
    if (ts.isPropertyAssignment(property)) return [{ node: property.initializer, path: [name] }];
    return ts.isShorthandPropertyAssignment(property) ? [{ node: property.name, path: [name] }] : [];
  });
}

/** Whether a function, or a class that is made, puts one of its parameters in front of a link that goes into a mail. */
function linksFrom(
  context: FileContext,
  call: Ref<CallLike>,
  index: number,
  given: readonly string[],
  depth = 0,
): boolean {
  const { node } = call;
  const bodies: Ref[] = [];
  if (ts.isNewExpression(node)) {
    const made = context.values.classOf({ ref: call, path: [] });
    if (made) bodies.push({ node: made.node, file: made.file });
  } else for (const target of context.values.targets(call)) bodies.push({ node: target.node, file: target.file });
  return bodies.some((body) => {
    const fn = ts.isClassLike(body.node) ? body.node.members.find(ts.isConstructorDeclaration) : body.node;
    const parameter = fn && isFunctionNode(fn) ? fn.parameters[index] : undefined;
    if (!parameter || !/mail|send/i.test(body.node.getText())) return false;
    const isGiven = (part: ts.Node | undefined): boolean =>
      !!part &&
      context.values
        .roots({ ...body, node: part })
        .some(({ ref, path }) => ref.node === parameter && path.join() === given.join());
    let links = false;
    walk(body.node, (inner) => {
      if (links) return false;
      // It may go through more hands.
      if (depth < 3 && (ts.isCallExpression(inner) || ts.isNewExpression(inner)))
        for (const [at, argument] of [...(inner.arguments ?? [])].entries())
          for (const part of handedOver(argument))
            if (isGiven(part.node) || hostsIn(unwrap(part.node)).some(isGiven))
              links ||= linksFrom(context, { ...body, node: inner }, at, part.path, depth + 1);
      if (links || !LINK.test(inner.getText())) return !links;
      if (ts.isTemplateExpression(inner)) {
        links = hostsIn(inner).some((host) => /^\//.test(textAfter(host)) && isGiven(host));
      } else if (ts.isNewExpression(inner) && calleeName(inner) === 'URL') links = isGiven(inner.arguments?.[1]);
      else if (isPlus(inner) && !isPlus(inner.parent)) {
        let head: ts.Expression = inner as ts.BinaryExpression;
        while (ts.isBinaryExpression(head)) head = unwrap(head.left) as ts.Expression;
        links = isGiven(head);
      }
      return true;
    });
    return links;
  });
}

function isPlus(node: ts.Node): boolean {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
}

/** The header that a value comes from: read by name, as a property of `headers`, or through the request's own URL helpers. */
function headerOf(context: FileContext, ref: Ref, depth: number): string | undefined {
  if (depth > 4) return undefined;
  for (const value of context.values.deepRoots(ref)) {
    const { node } = value.ref;
    const at = value.path.lastIndexOf('headers');
    const property = at >= 0 ? value.path[at + 1] : undefined;
    if (property !== undefined && HEADERS.test(property)) return property;
    const given = context.roles.requestHeader(value);
    if (given !== undefined && HEADERS.test(given)) return given;
    if (value.path[value.path.length - 1] === 'hostname' && value.path.length === 1 && ts.isParameter(node))
      return 'hostname';
    if (ts.isCallExpression(node)) {
      const name = calleeName(node) ?? '';
      const header = [...node.arguments]
        .map((argument) => stringValue(argument))
        .find((text) => text !== undefined && HEADERS.test(text));
      if (header !== undefined && /^(?:get|header|getHeader|getRequestHeader)$/.test(name)) return header;
      if (name === 'getRequestHost') return 'Host';
    }
    if (isUrlOfRequest(context, value)) return 'url';
    // new URL(headers.get('referer')).origin
    if (ts.isNewExpression(node) && calleeName(node) === 'URL' && node.arguments?.[0]) {
      const found = headerOf(context, { ...value.ref, node: node.arguments[0] }, depth + 1);
      if (found) return found;
    }
    if (ts.isTemplateExpression(node)) {
      for (const span of node.templateSpans) {
        const found = headerOf(context, { ...value.ref, node: span.expression }, depth + 1);
        if (found) return found;
      }
    }
    if (ts.isBinaryExpression(node)) {
      const found =
        headerOf(context, { ...value.ref, node: node.left }, depth + 1) ??
        headerOf(context, { ...value.ref, node: node.right }, depth + 1);
      if (found) return found;
    }
  }
  return undefined;
}

/** `new URL(request.url)`, `context.url.origin`, `getRequestURL(event)`, where the framework makes them of the Host header. */
function isUrlOfRequest(context: FileContext, { ref, path }: Value): boolean {
  const parts = ORIGIN_PARTS.test(path[path.length - 1] ?? '') ? path.slice(0, -1) : path;
  if (ts.isCallExpression(ref.node)) return calleeName(ref.node) === 'getRequestURL' && !parts.length;
  if (!URL_OF_HOST.some((name) => context.frameworks.has(ref.file.path, name))) return false;
  if (parts[parts.length - 1] !== 'url' || parts.length > 2) return false;
  if (parts.length === 2 && !/^req(?:uest)?$/.test(parts[0]!)) return false;
  return ts.isParameter(ref.node) || (ts.isIdentifier(ref.node) && ref.node.text === 'Astro');
}

/** Whether the function that makes a link sends something: one that only shows it, or sends the browser on, tells nobody else. */
function isAmongMails(link: ts.Node): boolean {
  let outer: ts.Node = link;
  for (let fn = enclosingFunction(link); fn; fn = enclosingFunction(fn)) outer = fn;
  let sends = false;
  walk(outer, (node) => {
    if (ts.isCallExpression(node)) sends ||= /mail|send/i.test(node.expression.getText());
    return !sends;
  });
  return sends;
}

/**
 * A redirect back to the request's own host goes to whoever sent the header: no link for somebody else. Neither is an
 * address that the server itself fetches, nor the redirect_uri of whoever starts to sign in.
 */
function leavesInMail(node: ts.Node): boolean {
  let current: ts.Node | undefined = node.parent;
  while (current && !ts.isStatement(current)) {
    if (ts.isCallExpression(current)) {
      if (/redirect|^\$?fetch$|^ofetch$/i.test(calleeName(current) ?? '')) return false;
      if (/redirect_?uri/i.test(stringValue(current.arguments[0]) ?? '')) return false;
    }
    if (ts.isNewExpression(current) && /^(?:GitHub|Google|Discord|\w*OAuth\w*|Apple)$/.test(calleeName(current) ?? ''))
      return false;
    current = current.parent as ts.Node | undefined;
  }
  return true;
}
