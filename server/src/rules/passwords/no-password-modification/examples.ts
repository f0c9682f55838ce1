import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'trimmed in an action',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@node-rs/argon2': '2.2.1' },
      files: {
        'app/signup/actions.ts': `'use server';
import { hash } from '@node-rs/argon2';

export async function register(form: FormData) {
  const password = form.get('password') as string;
  return hash(password.trim());
//            ^^^^^^^^^^^^^^^ modified
}
`,
      },
      fixed: {
        'app/signup/actions.ts': `'use server';
import { hash } from '@node-rs/argon2';

export async function register(form: FormData) {
  const password = form.get('password') as string;
  return hash(password);
}
`,
      },
    },
    {
      name: 'in a schema',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', zod: '3.23.8' },
      files: {
        'src/schema.ts': `import { z } from 'zod';

export const signup = z.object({
  email: z.string().trim().toLowerCase().email(),
  password: z.string().trim().min(8).max(255),
//                     ^^^^ schema
});
`,
      },
    },
    {
      name: 'in a schema library that a framework gives on',
      dependencies: { lucia: '3.2.2', astro: '4.16.0' },
      files: {
        'src/lib/forms.ts': `import { z } from 'astro/zod';

const secret = z.string().trim().min(10);
//                        ^^^^ schema

export const joinForm = z.object({ mail: z.string().trim().email(), password: secret });
`,
      },
    },
    {
      name: 'steps of a pipe and transformations',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', valibot: '0.42.0', zod: '3.23.8' },
      files: {
        'src/forms.ts': `import * as v from 'valibot';
import { z } from 'zod';

export const joinForm = v.object({
  password: v.pipe(v.string(), v.trim(), v.minLength(8)),
//                               ^^^^ schema
});
export const changeForm = z.object({
  newPassword: z.string().min(8).transform((typed) => typed.toLowerCase()),
//                                                    ^^^^^^^^^^^^^^^^^^^ schema
});
`,
      },
    },
    {
      name: 'a sanitizer on the way',
      dependencies: { lucia: '3.2.2', express: '4.21.0', 'express-validator': '7.2.0' },
      files: {
        'src/validate.ts': `import { body } from 'express-validator';

export const joinRules = [
  body('email').trim().isEmail(),
  body('password').isLength({ min: 8 }).escape(),
//                                      ^^^^^^ schema
];
`,
      },
    },
    {
      name: 'a field with a name of several words',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/change.ts': `import { hash } from '@node-rs/argon2';
import { Hono } from 'hono';
import { keep } from './members';

export const change = new Hono().post('/', async (c) => {
  const form = await c.req.formData();
  const wanted = form.get('repeat-password');
  if (typeof wanted !== 'string') return c.body(null, 400);
  const short = wanted.substring(0, 64);
//              ^^^^^^^^^^^^^^^^^^^^^^^ modified
  await keep(await hash(short));
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'written back trimmed',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/join.ts': `import { hash } from '@node-rs/argon2';
import type { Request, Response } from 'express';
import { addMember } from './members';

export async function join(req: Request, res: Response) {
  let { email, password } = req.body;
  password = password.trim() || undefined;
//           ^^^^^^^^^^^^^^^ modified
  if (!password) return res.status(422).end();
  await addMember(email, await hash(password));
  return res.status(201).end();
}
`,
      },
    },
    {
      name: 'the handlers of a form, its own and a shared one',
      dependencies: { lucia: '3.2.2', next: '15.5.29', react: '19.0.0' },
      files: {
        'components/sign-in.tsx': `'use client';
import { useState, type ChangeEvent } from 'react';

export function SignIn({ submit }: { submit(email: string, password: string): void }) {
  const [email, setEmail] = useState('');
  const [secret, setSecret] = useState('');
  const [shown, setShown] = useState(false);

  const keep = (event: ChangeEvent<HTMLInputElement>) => {
    setSecret(event.currentTarget.value.trim());
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ modified
  };

  return (
    <form onSubmit={() => submit(email, secret)}>
      <input type="email" value={email} onChange={(event) => setEmail(event.target.value.trim())} />
      <input type={shown ? 'text' : 'password'} value={secret} onChange={keep} />
      <button type="button" onClick={() => setShown(!shown)}>Show</button>
    </form>
  );
}

export function Repeat({ field }: { field: { onChange(event: unknown): void } }) {
  return (
    <input
      type="password"
      {...field}
      onChange={(event) => {
        event.target.value = event.target.value.toLowerCase();
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ modified
        field.onChange(event);
      }}
    />
  );
}
`,
      },
    },
    {
      name: 'normalized on the way to the hash, in one of the places that need it',
      dependencies: { lucia: '3.2.2', hono: '4.6.9', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/join.ts': `import { hash, verify } from '@node-rs/argon2';
import { Hono } from 'hono';
import { db } from './db';

export const accounts = new Hono()
  .post('/join', async (c) => {
    const { email, password } = await c.req.json();
    await db.addMember(email, await hash(password.normalize('NFKC')));
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^ normalized
    return c.body(null, 204);
  })
  .post('/enter', async (c) => {
    const { email, password } = await c.req.json();
    const member = await db.memberOf(email.normalize('NFKC'));
    return c.json({ ok: await verify(member.passwordHash, password) });
  });
`,
      },
      fixed: {
        'src/join.ts': `import { hash, verify } from '@node-rs/argon2';
import { Hono } from 'hono';
import { db } from './db';

export const accounts = new Hono()
  .post('/join', async (c) => {
    const { email, password } = await c.req.json();
    await db.addMember(email, await hash(password));
    return c.body(null, 204);
  })
  .post('/enter', async (c) => {
    const { email, password } = await c.req.json();
    const member = await db.memberOf(email.normalize('NFKC'));
    return c.json({ ok: await verify(member.passwordHash, password) });
  });
`,
      },
    },
    {
      name: 'normalized by schemas',
      dependencies: { lucia: '3.2.2', hono: '4.6.9', zod: '3.23.8', valibot: '0.42.0' },
      files: {
        'src/forms.ts': `import * as v from 'valibot';
import { z } from 'zod';

export const joinForm = z.object({
  nickname: z.string().transform((typed) => typed.normalize('NFC')),
  password: z.string().min(10).transform((typed) => typed.normalize('NFC')),
//                                                  ^^^^^^^^^^^^^^^^^^^^^^ normalized
});
export const enterForm = v.object({
  nickname: v.pipe(v.string(), v.normalize('NFC')),
  password: v.pipe(v.string(), v.normalize('NFC')),
//                             ^^^^^^^^^^^^^^^^^^ normalized
});
`,
      },
    },
    {
      name: 'first normalized, then made small',
      files: {
        'src/fields.ts': `import { z } from 'zod';

export const account = z.object({
  mail: z.string().toLowerCase(),
  password: z.string().min(8).transform((typed) => typed.normalize('NFKC').toLowerCase()),
  //                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ schema
});
`,
      },
    },
    {
      name: 'a copy in small letters that is tested and hashed',
      files: {
        'src/join.ts': `import { hash } from '@node-rs/argon2';

const COMMON = new Set(['letmein', 'qwertyuiop']);

export async function join(password: string) {
  const small = password.toLowerCase();
  //            ^^^^^^^^^^^^^^^^^^^^^^ modified
  if (COMMON.has(small)) return null;
  return hash(small);
}
`,
      },
    },
  ],
  good: [
    {
      name: 'only the e-mail is normalized',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@node-rs/argon2': '2.2.1' },
      files: {
        'app/signup/actions.ts': `'use server';
import { hash } from '@node-rs/argon2';

export async function register(form: FormData) {
  const email = String(form.get('email')).trim().toLowerCase();
  return { email, passwordHash: await hash(form.get('password') as string) };
}
`,
      },
    },
    {
      name: 'as typed',
      dependencies: { lucia: '3.2.2', express: '4.21.0', bcryptjs: '2.4.3' },
      files: {
        'src/signup.ts': `import bcrypt from 'bcryptjs';
import { Router } from 'express';

export const signup = Router();
signup.post('/signup', async (req, res) => {
  res.json({ length: (await bcrypt.hash(req.body.password, 12)).length });
});
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'a test for blanks',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/signup/check.ts': `export function isBlank(form: FormData) {
  const password = form.get('password') as string;
  return password.trim() === '';
}
`,
      },
    },
    {
      name: 'tests of a schema that leave the password as it is',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', zod: '3.23.8' },
      files: {
        'src/forms.ts': `import { z } from 'zod';

const name = z.string().trim();
export const joinForm = z.object({
  name,
  password: z.string().refine((typed) => typed.trim().length >= 8),
  passwordHint: z.string().transform((typed) => typed.trim()),
});
`,
      },
    },
    {
      name: 'the digest of a password',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/breach.ts': `export const prefix = (digest: string) => digest.toUpperCase().slice(0, 5);
`,
      },
    },
    {
      name: 'backup codes that are hashed as passwords are',
      dependencies: { lucia: '3.2.2', hono: '4.6.9', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/backup.ts': `import { hash, verify } from '@node-rs/argon2';

const canonical = (typed: string) => typed.replaceAll('-', '').toLowerCase();

export const keep = (backupCodes: string[]) => Promise.all(backupCodes.map((code) => hash(canonical(code))));
export const accepts = (stored: string, backupCode: string) => verify(stored, canonical(backupCode));
`,
      },
    },
    {
      name: 'fields of other kinds, and one handler for all',
      dependencies: { lucia: '3.2.2', next: '15.5.29', react: '19.0.0' },
      files: {
        'components/register.tsx': `'use client';
import type { ChangeEvent } from 'react';

export function Register({ set, search }: { set(key: string, value: string): void; search(text: string): void }) {
  const keep = (event: ChangeEvent<HTMLInputElement>) => {
    if (event.target.type === 'password') set(event.target.name, event.target.value);
    else set(event.target.name, event.target.value.trim());
  };

  return (
    <form>
      <input type="text" name="nickname" onChange={keep} />
      <input type="password" name="password" onChange={keep} />
      <input type="search" onChange={(event) => search(event.target.value.toLowerCase())} />
    </form>
  );
}
`,
      },
    },
    {
      name: 'parts of a test',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/checks.ts': `export function problemOf(email: string, password: string) {
  if (!email || (password.trim() || email.trim()) === '') return 'Fill in both';
  const isBlank = password.trim() ? false : true;
  return isBlank ? 'Only blanks' : undefined;
}
`,
      },
    },
    {
      name: 'normalized by the code of the hash itself',
      dependencies: { lucia: '3.2.2', hono: '4.6.9', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/hasher.ts': `import { hash, verify } from '@node-rs/argon2';
import { scrypt } from 'node:crypto';

const canonical = (password: string) => password.normalize('NFKC');

export class Hasher {
  hash(password: string) {
    return hash(password.normalize('NFKC'));
  }
  async verify(stored: string, password: string) {
    const typed = password.normalize('NFKC');
    return verify(stored, typed);
  }
}

export function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize(), salt, 64, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
export const deriveLate = (password: string, salt: Buffer) => derive(canonical(password), salt);
export const isLong = (form: FormData) => String(form.get('password')).normalize('NFC').length > 9;
`,
      },
    },
    {
      name: 'a text that is written back step by step',
      files: {
        'src/slug.ts': `export function slugOf(title: string): string {
  let slug = title.normalize('NFD').replace(/[\\u0300-\\u036f]/g, '');
  slug = slug.toLowerCase();
  slug = slug.trim().replace(/\\s+/g, '-');
  return slug;
}
`,
      },
    },
    {
      name: 'a copy in small letters that is only looked up among common passwords and names',
      files: {
        'src/policy.ts': `const COMMON = new Set(['letmein', 'qwertyuiop']);

export function weaknesses(password: string, person: { name: string }): string[] {
  const found: string[] = [];
  const small = password.toLowerCase();
  if (COMMON.has(small)) found.push('It is one of the most common ones.');
  if (small.includes(person.name.toLowerCase())) found.push('Your name is in it.');
  if (['summer', 'winter'].some((word) => small.startsWith(word))) found.push('A season is easily guessed.');
  if (COMMON.has(password.trim())) found.push('Blanks around it do not help.');
  if (password.toUpperCase().includes('PASSWORD')) found.push('It says what it is.');
  return found;
}
`,
      },
    },
  ],
};

export default examples;
