// Starts a rule: `npm run new:rule -- <family>/<id>` writes its rule.ts and an example that fails until it is written.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FAMILIES = ['session', 'lifecycle', 'cookies', 'passwords', 'oauth', 'leaks', 'integrity', 'setup'];
const [family = '', id = '', ...more] = (process.argv[2] ?? '').split('/');
const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'server', 'src', 'rules', family, id);

const rule = `import { defineRule } from '../../../core/rule';

export default defineRule({
  id: '${id}',
  family: '${family}',
  severity: 'warning',
  stage: 'preview',
  precision: 'high',
  cwe: 0,
  frameworks: 'all',
  fixable: 'none',
  docs: {
    what: '',
    why: '',
    how: '',
    limits: '',
  },
  sources: [],
  messages: {
    found: '',
  },
  words: [],
  check(context, report) {
    void context;
    void report;
  },
});
`;

const examples = `import type { Examples } from '../../../core/examples';

export default {
  bad: [
    {
      name: 'the plainest case',
      files: {
        'src/example.ts': \`import { lucia } from './auth';
lucia.validateSession('');
// ^^^^... found
\`,
      },
    },
  ],
  good: [],
  lookAlike: [],
} satisfies Examples;
`;

if (!FAMILIES.includes(family) || !/^(?:no|require)-[a-z]+(?:-[a-z]+)*$/.test(id) || more.length > 0) {
  console.error(`Give <family>/<id>: a family (${FAMILIES.join(', ')}) and an id that starts with no- or require-.`);
  process.exitCode = 2;
} else if (existsSync(folder)) {
  console.error(`There is a rule ${family}/${id} already.`);
  process.exitCode = 2;
} else {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'rule.ts'), rule);
  writeFileSync(join(folder, 'examples.ts'), examples);
  console.log(`server/src/rules/${family}/${id}: write the examples first, then the rule, then npm run codegen.`);
}
