import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'hash and verify of one input',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/login.ts': `import { hash, verify } from '@node-rs/argon2';

export async function check(password: string) {
  const hashed = await hash(password);
  return verify(hashed, password);
//       ^^^^^^^^^^^^^^^^^^^^^^^^ self
}
`,
      },
    },
    {
      name: 'through helpers with bcrypt',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', bcryptjs: '2.4.3' },
      files: {
        'src/password.ts': `import bcrypt from 'bcryptjs';

export const toHash = (plain: string) => bcrypt.hash(plain, 12);
`,
        'src/login.ts': `import bcrypt from 'bcryptjs';
import { toHash } from './password';

export async function login(form: FormData) {
  const typed = form.get('password') as string;
  const stored = await toHash(typed);
  return bcrypt.compare(typed, stored);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ self
}
`,
      },
    },
  ],
  good: [
    {
      name: 'against the stored hash',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/login.ts': `import { verify } from '@node-rs/argon2';

export const check = (row: { passwordHash: string }, password: string) => verify(row.passwordHash, password);
`,
      },
    },
    {
      name: 'a dummy hash of something else',
      dependencies: { lucia: '3.2.2', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/login.ts': `import { hash, verify } from '@node-rs/argon2';
import { randomUUID } from 'node:crypto';

const dummy = hash(randomUUID());
export async function check(row: { passwordHash: string } | undefined, password: string) {
  return verify(row?.passwordHash || (await dummy), password);
}
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'a new hash after a verify of the old one',
      dependencies: { lucia: '3.2.2', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/change.ts': `import { hash, verify } from '@node-rs/argon2';

export async function change(row: { passwordHash: string }, current: string, next: string) {
  const replacement = await hash(next);
  return (await verify(row.passwordHash, current)) ? replacement : null;
}
`,
      },
    },
  ],
};

export default examples;
