import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'a made-up placeholder in a Next route',
      dependencies: { lucia: '3.2.2', next: '15.5.29', oslo: '1.2.1' },
      files: {
        'app/api/login/route.ts': `import { Argon2id } from 'oslo/password';
import { findAccount } from '../../../lib/accounts';

export async function check(email: string, password: string) {
  const account = await findAccount(email);
  // one verify either way
  const ok = account
    ? await new Argon2id().verify(account.passwordHash, password)
    : await new Argon2id().verify('$argon2id$v=19$m=19456,t=2,p=1$placeholder$placeholder', password);
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ throws
  return account && ok ? account.id : null;
}
`,
      },
      fixed: {
        'app/api/login/route.ts': `import { Argon2id } from 'oslo/password';
import { findAccount } from '../../../lib/accounts';

export async function check(email: string, password: string) {
  const account = await findAccount(email);
  // one verify either way
  const ok = account
    ? await new Argon2id().verify(account.passwordHash, password)
    : await new Argon2id().verify('$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', password);
  return account && ok ? account.id : null;
}
`,
      },
    },
    {
      name: 'a constant that reaches verify through a helper',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/lib/server/password.ts': `import { verify } from '@node-rs/argon2';

export function passwordMatches(stored: string, typed: string) {
  return verify(stored, typed);
}
`,
        'src/routes/login/+page.server.ts': `import { fail } from '@sveltejs/kit';
import { passwordMatches } from '$lib/server/password';
import { members } from '$lib/server/members';

const NOBODY = "not-a-hash";
//             ^^^^^^^^^^^^ throws

export const actions = {
  default: async ({ request }) => {
    const form = await request.formData();
    const member = await members.byEmail(String(form.get('email')));
    const ok = await passwordMatches(member?.passwordHash || NOBODY, String(form.get('password')));
    if (!member || !ok) return fail(400);
  },
};
`,
      },
    },
    {
      name: "another cost than the project's hashes",
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/hash.ts': `import { hash } from '@node-rs/argon2';

export const hashPassword = (password: string) => hash(password, { memoryCost: 65536, timeCost: 3, parallelism: 1 });
`,
        'src/login.ts': `import { verify } from '@node-rs/argon2';
import { findMember } from './members';

const DUMMY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cost

export async function login(name: string, password: string) {
  const member = await findMember(name);
  const ok = await verify(member?.passwordHash || DUMMY, password);
  return ok && member ? member : null;
}
`,
      },
      fixed: {
        'src/login.ts': `import { verify } from '@node-rs/argon2';
import { findMember } from './members';

const DUMMY = '$argon2id$v=19$m=65536,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export async function login(name: string, password: string) {
  const member = await findMember(name);
  const ok = await verify(member?.passwordHash || DUMMY, password);
  return ok && member ? member : null;
}
`,
      },
    },
    {
      name: 'a bcrypt placeholder of the wrong shape',
      dependencies: { lucia: '3.2.2', express: '4.21.0', bcryptjs: '2.4.3' },
      files: {
        'src/login.ts': `import bcrypt from 'bcryptjs';
import { findMember } from './members';

export async function login(name: string, password: string) {
  const member = await findMember(name);
  const ok = await bcrypt.compare(password, member?.passwordHash ?? '$2b$10$invalidinvalidinvalidinvalid');
//                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ instant
  return ok && member ? member : null;
}
`,
      },
    },
  ],
  good: [
    {
      name: "a valid hash with the library's own parameters",
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'server/utils/login.ts': `import { hash, verify } from '@node-rs/argon2';

export const hashPassword = (password: string) => hash(password);
const DUMMY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export async function login(name: string, password: string) {
  const member = await findMember(name);
  const ok = await verify(member?.passwordHash || DUMMY, password);
  return ok && member ? member : null;
}
`,
      },
    },
    {
      name: 'hashed when the module loads',
      dependencies: { lucia: '3.2.2', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/login.ts': `import { hash, verify } from '@node-rs/argon2';
import { randomUUID } from 'node:crypto';
import { findMember } from './members';

const dummy = hash(randomUUID());

export async function login(name: string, password: string) {
  const member = await findMember(name);
  const ok = await verify(member?.passwordHash || (await dummy), password);
  return ok && member ? member : null;
}
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'verify of a JSON web token',
      dependencies: { lucia: '3.2.2', jsonwebtoken: '9.0.2' },
      files: {
        'src/token.ts': `import jwt from 'jsonwebtoken';

export const read = (password: string) => jwt.verify('header.payload.signature', password);
`,
      },
    },
    {
      name: 'a one-time code',
      dependencies: { lucia: '3.2.2', oslo: '1.2.1' },
      files: {
        'src/otp.ts': `import { TOTPController } from 'oslo/otp';

const totp = new TOTPController();
export const check = (secret: ArrayBuffer) => totp.verify('123456', secret);
`,
      },
    },
    {
      name: 'an own format of salt and key',
      dependencies: { lucia: '3.2.2', fastify: '5.0.0' },
      files: {
        'src/login.ts': `import { scryptSync } from 'node:crypto';
import { findMember } from './members';

export async function login(email: string, password: string) {
  const member = await findMember(email);
  const [salt, key] = (member?.hashedPassword ?? 'salt:key').split(':');
  const typed = scryptSync(password, salt ?? '', 64).toString('hex');
  return typed === key && member ? member : null;
}
`,
      },
    },
    {
      name: 'spare bits, for a package that takes them',
      dependencies: { lucia: '3.2.2', argon2: '0.44.0' },
      files: {
        'src/login.ts': `import argon2 from 'argon2';
import { findMember } from './members';

const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$nobodynobodynobody$nobodysnobodysnobodysnobody';

export async function login(email: string, password: string) {
  const member = await findMember(email);
  const isRight = await argon2.verify(member?.passwordHash ?? NOBODY, password);
  return isRight ? member : null;
}
`,
      },
    },
  ],
};

export default examples;
