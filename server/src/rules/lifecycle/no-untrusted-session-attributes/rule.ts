import type { FileContext } from '../../../core/context';
import { defineRule } from '../../../core/rule';
import { argumentsOf, calleeName, propertyName, textOf, ts, unwrap } from '../../../core/syntax';
import type { Ref, Value } from '../../../core/values';

export default defineRule({
  id: 'no-untrusted-session-attributes',
  family: 'lifecycle',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 915,
  frameworks: 'all',
  fixable: 'none',
  docs: {
    what: 'The attributes of a new session are taken as a whole from the request, or name a column that Lucia itself fills.',
    why: 'createSession() spreads the attributes over id, user_id and expires_at. A body with `user_id` in it signs its sender in as any account, and `expires_at` makes the session last for ever. Without registered attribute types this even compiles.',
    how: 'Pick each attribute by its name: `createSession(user.id, { country: body.country })`.',
    limits: 'Objects that a validation schema has parsed are taken as picked.',
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 15.3.3',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x24-V15-Secure-Coding-and-Architecture.md',
    },
    {
      title: 'CWE-915: Improperly Controlled Modification of Dynamically-Determined Object Attributes',
      url: 'https://cwe.mitre.org/data/definitions/915.html',
    },
  ],
  messages: {
    whole: '`{value}` is taken whole from the request: a user_id or expires_at in it takes over another account.',
    column: 'The attribute `{name}` replaces what createSession() itself writes there.',
  },
  words: ['createSession', 'await'],
  check(context, report) {
    if (context.frameworks.isAuxiliary(context.path)) return;
    for (const owner of context.roles.owners(context.file)) {
      for (const site of context.ops.sites(owner)) {
        const { op } = site;
        if (op.kind !== 'lucia' || op.method !== 'createSession' || op.own) continue;
        const attributes = argumentsOf(op.call.node)[1];
        if (!attributes) continue;
        for (const fault of faults(context, { ...op.call, node: attributes })) {
          const isHere = site.direct && fault.ref.file === context.file && !fault.ref.env;
          if (!isHere && (site.direct || fault.message === 'column')) continue;
          report({
            at: isHere ? fault.ref.node : site.at,
            message: fault.message,
            data: { value: shortText(fault.ref.node), name: fault.name },
          });
        }
      }
    }
  },
});

interface Fault {
  readonly ref: Ref;
  readonly message: 'whole' | 'column';
  readonly name: string;
}

const OWN_COLUMNS = /^(?:id|user_?id|expires_?at)$/i;

function faults(context: FileContext, attributes: Ref): readonly Fault[] {
  const found: Fault[] = [];
  const object = context.values
    .roots(attributes)
    .find((value) => !value.path.length && ts.isObjectLiteralExpression(value.ref.node));
  if (!object) return isWhole(context, attributes) ? [{ ref: attributes, message: 'whole', name: '' }] : [];
  for (const property of (object.ref.node as ts.ObjectLiteralExpression).properties) {
    if (ts.isSpreadAssignment(property)) {
      const ref = { ...object.ref, node: property.expression };
      if (isWhole(context, ref)) found.push({ ref, message: 'whole', name: '' });
      continue;
    }
    const name = propertyName(property.name);
    if (name !== undefined && property.name && OWN_COLUMNS.test(name))
      found.push({ ref: { ...object.ref, node: property.name }, message: 'column', name });
  }
  return found;
}

/** A body, a form or a query as a whole: not one value of it, and not what a schema has left of it. */
function isWhole(context: FileContext, ref: Ref): boolean {
  return context.values.deepRoots(ref).some((value) => {
    if (isPicked(value)) return false;
    return context.roles.readsQuery(refOf(value, ref)) && isObjectLike(value);
  });
}

function refOf(value: Value, from: Ref): Ref {
  return value.path.length ? from : value.ref;
}

function isPicked(value: Value): boolean {
  const { node } = value.ref;
  return (
    ts.isCallExpression(node) &&
    /^(?:parse|parseAsync|safeParse|safeParseAsync|pick|validate|validateSync|cast|assert|create|superValidate|parseWithZod|readValidatedBody|getValidatedQuery|valid)$/.test(
      calleeName(node) ?? '',
    )
  );
}

/** `body`, `req.body`, `body.device`, `await request.json()`, `Object.fromEntries(form)`: what attributes are made of is an object. */
function isObjectLike(value: Value): boolean {
  const { node } = value.ref;
  if (value.path.length) return true;
  if (ts.isCallExpression(node))
    return /^(?:json|readBody|parseBody|fromEntries|getQuery|formData|body)$/.test(calleeName(node) ?? '');
  return ts.isParameter(node) && !ts.isObjectBindingPattern(unwrap(node.name as ts.Node));
}

function shortText(node: ts.Node): string {
  const text = textOf(node).replace(/\s+/g, ' ');
  return text.length > 36 ? `${text.slice(0, 35)}…` : text;
}
