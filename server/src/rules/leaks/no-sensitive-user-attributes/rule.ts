import { inFile } from '../../../core/edit';
import { defineRule } from '../../../core/rule';
import { propertyName } from '../../../core/syntax';
import type { ts } from '../../../core/syntax';
import { secretsOf, wholeRows } from '../../_shared/attributes';

interface State {
  readonly property: ts.ObjectLiteralElementLike;
}

export default defineRule<State>({
  id: 'no-sensitive-user-attributes',
  family: 'leaks',
  severity: 'error',
  stage: 'stable',
  precision: 'high',
  cwe: 200,
  frameworks: 'all',
  fixable: 'safe',
  docs: {
    what: 'getUserAttributes returns the whole user row, or a password hash, secret or token by name.',
    why: 'What it returns becomes `user`, and user objects travel: into page data, JSON answers and props of client components. The hash goes with them.',
    how: 'Return the attributes that the app shows, one by one. Read secrets from the database where they are needed.',
    limits: 'Attributes under other names that hold secrets are not recognised.',
  },
  sources: [
    {
      title: 'OWASP ASVS 5.0, 15.3.1',
      url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x24-V15-Secure-Coding-and-Architecture.md',
    },
    { title: 'Lucia v3: users', url: 'https://github.com/lucia-auth/lucia/blob/v3/docs/pages/basics/users.md' },
  ],
  messages: {
    key: '`{name}` becomes a property of every `user`, which reaches pages and JSON; do not return it here.',
    later: 'All columns become properties of every `user`, secrets of later days too; name the ones that are needed.',
    whole: 'All columns become properties of every `user`, the password hash included; name the ones that are needed.',
  },
  words: ['getUserAttributes', 'ash', 'ecret', 'otp', 'oken', 'assword', 'alt', 'Key', '_key', '...'],
  check(context, report) {
    // The function may be in a file of its own.
    const instances = context.project.indexed()
      ? context.roles.projectInstances(context.path)
      : context.roles.instances(context.file);
    for (const { options } of instances) {
      if (!options) continue;
      const secrets = secretsOf(context, options);
      for (const { at, property, column } of secrets) {
        if (at.file !== context.file) continue;
        if (property && column !== undefined)
          report({ at: property, message: 'key', data: { name: column }, state: { property } });
        else report({ at: at.node, message: 'whole' });
      }
      if (secrets.length) continue;
      for (const { node, file } of wholeRows(context, options))
        if (file === context.file) report({ at: node, message: 'later', severity: 'warning' });
    }
  },
  fixes: ({ property }, context) => [
    {
      title: `Do not return ${propertyName(property.name) ?? 'it'}`,
      kind: 'safe',
      edits: () => {
        const { text } = context.file;
        const next = /^\s*,/.exec(text.slice(property.end));
        let start = property.getStart();
        let end = property.end + (next?.[0].length ?? 0);
        const lineStart = text.lastIndexOf('\n', start) + 1;
        const rest = /^[ \t]*\r?\n/.exec(text.slice(end));
        if (text.slice(lineStart, start).trim() === '' && rest) {
          start = lineStart;
          end += rest[0].length;
        } else if (!next) {
          const before = /,\s*$/.exec(text.slice(0, start));
          if (before) start -= before[0].length;
        } else end += /^[ \t]*/.exec(text.slice(end))![0].length;
        return inFile(context.file, { start, end, newText: '' });
      },
    },
  ],
});
