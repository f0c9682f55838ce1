import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'SHA-256 of a password',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/password.ts': `import { createHash } from 'node:crypto';

export function hashPassword(password: string) {
  return createHash('sha256').update(password).digest('hex');
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fast
}
`,
      },
    },
    {
      name: 'salted, but fast all the same',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@oslojs/crypto': '1.0.1' },
      files: {
        'src/lib/server/password.ts': `import { sha512 } from '@oslojs/crypto/sha2';

export const digest = (salt: string, pwd: string) => sha512(new TextEncoder().encode(salt + pwd));
//                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fast
`,
      },
    },
    {
      name: 'bcrypt at cost 4',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', bcryptjs: '2.4.3' },
      files: {
        'src/password.ts': `import { hash } from 'bcryptjs';

const ROUNDS = 4;
export const hashPassword = (password: string) => hash(password, ROUNDS);
//                                                               ^^^^^^ bcrypt
`,
      },
      fixed: {
        'src/password.ts': `import { hash } from 'bcryptjs';

const ROUNDS = 12;
export const hashPassword = (password: string) => hash(password, ROUNDS);
`,
      },
    },
    {
      name: 'Argon2 with four megabytes',
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'server/utils/password.ts': `import { hash } from '@node-rs/argon2';

const options = { memoryCost: 4096, timeCost: 3, parallelism: 1 };
export const hashPassword = (password: string) => hash(password, options);
//                                                               ^^^^^^^ argon2
`,
      },
      fixed: {
        'server/utils/password.ts': `import { hash } from '@node-rs/argon2';

const options = { memoryCost: 19456, timeCost: 3, parallelism: 1 };
export const hashPassword = (password: string) => hash(password, options);
`,
      },
    },
    {
      name: 'PBKDF2 with few iterations',
      dependencies: { lucia: '3.2.2', fastify: '5.0.0' },
      files: {
        'src/password.ts': `import { pbkdf2Sync } from 'node:crypto';

export function derive(password: string, salt: string) {
  return pbkdf2Sync(password, salt, 10_000, 64, 'sha256').toString('hex');
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pbkdf2
}
`,
      },
    },
    {
      name: 'rounds from an enum',
      dependencies: { lucia: '3.2.2', '@trpc/server': '10.45.0', bcrypt: '5.1.1' },
      files: {
        'src/server/password.ts': `import bcrypt from 'bcrypt';

enum Cost {
  Fast = 8,
  Normal = 12,
}

export async function protect(password: string): Promise<string> {
  const salt = await bcrypt.genSalt(Cost.Fast);
  return bcrypt.hash(password, salt);
//                             ^^^^ bcrypt
}
`,
      },
    },
    {
      name: 'Argon2i',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@node-rs/argon2': '2.2.1' },
      files: {
        'lib/password.ts': `import { Algorithm, hash } from "@node-rs/argon2"

export const options = {
    algorithm: Algorithm.Argon2i, // as in the old application
//             ^^^^^^^^^^^^^^^^^ variant
    memoryCost: 19456,
}

export const protect = (password: string) => hash(password, options)
`,
      },
      fixed: {
        'lib/password.ts': `import { Algorithm, hash } from "@node-rs/argon2"

export const options = {
    algorithm: Algorithm.Argon2id, // as in the old application
    memoryCost: 19456,
}

export const protect = (password: string) => hash(password, options)
`,
      },
    },
    {
      name: 'too little memory, written as a power',
      dependencies: { lucia: '3.2.2', astro: '4.16.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/pages/api/signup.ts': `import { hash } from '@node-rs/argon2';
import type { APIRoute } from 'astro';

export const POST: APIRoute = async ({ request }) => {
  const form = await request.formData();
  const password = String(form.get('password'));
  const passwordHash = await hash(password, {
//                                          ^... argon2
    memoryCost: 2 ** 13, // KiB
    timeCost: 1,
    parallelism: 2,
  });
  return new Response(String(passwordHash.length));
};
`,
      },
      fixed: {
        'src/pages/api/signup.ts': `import { hash } from '@node-rs/argon2';
import type { APIRoute } from 'astro';

export const POST: APIRoute = async ({ request }) => {
  const form = await request.formData();
  const password = String(form.get('password'));
  const passwordHash = await hash(password, {
    memoryCost: 19456, // KiB
    timeCost: 2,
    parallelism: 2,
  });
  return new Response(String(passwordHash.length));
};
`,
      },
    },
    {
      name: 'the rounds come from another file, and another hash costs more',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@node-rs/bcrypt': '1.10.7' },
      files: {
        'src/config.ts': `export const SALT_ROUNDS = 6;
`,
        'src/signup.ts': `import { hash } from '@node-rs/bcrypt';
import { SALT_ROUNDS } from './config';

export const protect = (password: string) => hash(password, SALT_ROUNDS);
//                                                          ^^^^^^^^^^^ bcrypt
`,
        'src/reset.ts': `import { hash } from '@node-rs/bcrypt';

export const renew = (newPassword: string) => hash(newPassword, 11);
`,
      },
      fixed: {
        'src/config.ts': `export const SALT_ROUNDS = 11;
`,
      },
    },
    {
      name: 'a dummy hash of the same cost stands by: no fix',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@node-rs/bcrypt': '1.10.7' },
      files: {
        'src/password.ts': `import { hash, verify } from '@node-rs/bcrypt';

const DUMMY = '$2b$08$.....................................................';

export const protect = (password: string) => hash(password, 8);
//                                                          ^ bcrypt
export const check = (password: string, stored: string | null) => verify(password, stored ?? DUMMY);
`,
      },
    },
    {
      name: 'PBKDF2 in a helper that says what it is for',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/seal.ts': `import { pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';

const stretch = promisify(pbkdf2);

export async function sealPassword(text: string) {
  const salt = randomBytes(16);
  const key = await stretch(text, salt, 50_000, 32, 'sha256');
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pbkdf2
  return salt.toString('hex') + key.toString('hex');
}
`,
      },
    },
    {
      name: 'a digest in a helper of a helper, told where the password is handed to it',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/digest.ts': `import { createHash } from 'node:crypto';

export const fingerprint = (text: string) => createHash('sha256').update(text).digest('hex');
export const isSame = (text: string, known: string) => fingerprint(text) === known;
`,
        'src/members.ts': `import { isSame } from './digest';
import { members } from './store';

export async function signIn(name: string, password: string) {
  const member = await members.byName(name);
  return member && isSame(password, member.secret) ? member : null;
  //               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fast
}
`,
        'src/routes.ts': `import { Router } from 'express';
import { signIn } from './members';

export const routes = Router();

routes.post('/login', async (req, res) => {
  const member = await signIn(req.body.name, req.body.password);
  res.sendStatus(member ? 204 : 401);
});
`,
      },
    },
  ],
  good: [
    {
      name: "Argon2id with the library's defaults",
      dependencies: { lucia: '3.2.2', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/password.ts': `import { hash } from '@node-rs/argon2';

export const hashPassword = (password: string) => hash(password);
`,
      },
    },
    {
      name: 'an older row of the cheat sheet',
      dependencies: { lucia: '3.2.2', oslo: '1.2.1' },
      files: {
        'src/password.ts': `import { Argon2id } from 'oslo/password';

const argon = new Argon2id({ memorySize: 12288, iterations: 3, tagLength: 32, parallelism: 1 });
export const hashPassword = (password: string) => argon.hash(password);
`,
      },
    },
    {
      name: 'PBKDF2 with its digest in a constant',
      dependencies: { lucia: '3.2.2', fastify: '5.0.0' },
      files: {
        'src/password.ts': `import { pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(pbkdf2);
const DIGEST = 'sha256';

export async function protect(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, 600_000, 32, DIGEST);
  return \`\${salt.toString('hex')}:\${key.toString('hex')}\`;
}
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'SHA-256 of a reset token',
      dependencies: { lucia: '3.2.2', '@oslojs/crypto': '1.0.1' },
      files: {
        'src/reset.ts': `import { sha256 } from '@oslojs/crypto/sha2';

export const storedForm = (token: string) => sha256(new TextEncoder().encode(token));
`,
      },
    },
    {
      name: 'the prefix for a breach look-up',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/breach.ts': `import { createHash } from 'node:crypto';

export async function isPwned(password: string) {
  const digest = createHash('sha1').update(password).digest('hex').toUpperCase();
  const response = await fetch(\`https://api.pwnedpasswords.com/range/\${digest.slice(0, 5)}\`);
  return (await response.text()).includes(digest.slice(5));
}
`,
      },
    },
    {
      name: 'a digest that goes on into bcrypt',
      dependencies: { lucia: '3.2.2', express: '4.21.0', bcrypt: '5.1.1' },
      files: {
        'src/password.ts': `import bcrypt from 'bcrypt';
import { createHash } from 'node:crypto';

export async function hashPassword(password: string) {
  const short = createHash('sha256').update(password).digest('base64');
  return bcrypt.hash(short, 12);
}
`,
      },
    },
    {
      name: 'a helper for tokens of a password reset',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/tokens.ts': `import { createHash } from 'node:crypto';

export const digestForPasswordReset = (text: string) => createHash('sha256').update(text).digest('hex');
`,
      },
    },
    {
      name: 'what older accounts are checked by until they are hashed anew',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/password.ts': `import { createHash } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { people } from './people';

function matchesOldDigest(password: string, stored: string) {
  return createHash('sha512').update(password).digest('hex') === stored;
}

export async function check(id: string, password: string, stored: string) {
  if (stored.startsWith('$argon2')) return verify(stored, password);
  if (!matchesOldDigest(password, stored)) return false;
  await people.rehash(id, await hash(password));
  return true;
}
`,
      },
    },
    {
      name: 'a key that encrypts a note and cannot be taken out',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/notes.ts': `export async function keyFor(passphrase: string, salt: Uint8Array) {
  const base = await crypto.subtle.importKey('raw', new TextEncoder().encode(passphrase), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 250_000 };
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
`,
      },
    },
  ],
};

export default examples;
