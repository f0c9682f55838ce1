import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'a derived key compared as text',
      dependencies: { lucia: '3.2.2', fastify: '5.0.0' },
      files: {
        'src/password.ts': `import { scryptSync } from 'node:crypto';

export function matches(stored: string, password: string) {
  const [salt, key] = stored.split(':');
  const typed = scryptSync(password, salt ?? '', 64).toString('hex');
  return typed === key;
//       ^^^^^^^^^^^^^ hash
}
`,
      },
    },
    {
      name: 'a shared secret of a cron route',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/api/cleanup/route.ts': `import { lucia } from '../../../lib/auth';

export async function GET(request: Request) {
  const header = request.headers.get('authorization');
  if (header !== \`Bearer \${process.env.CRON_SECRET}\`) return new Response(null, { status: 401 });
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secret
  await lucia.deleteExpiredSessions();
  return new Response(null);
}
`,
      },
    },
  ],
  good: [
    {
      name: 'bytes in constant time',
      dependencies: { lucia: '3.2.2', fastify: '5.0.0' },
      files: {
        'src/password.ts': `import { scryptSync, timingSafeEqual } from 'node:crypto';

export function matches(stored: string, password: string) {
  const [salt, key] = stored.split(':');
  return timingSafeEqual(scryptSync(password, salt ?? '', 64), Buffer.from(key ?? '', 'hex'));
}
`,
      },
    },
    {
      name: "the library's verify",
      dependencies: { lucia: '3.2.2', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/password.ts': `import { verify } from '@node-rs/argon2';

export const matches = (stored: string, password: string) => verify(stored, password);
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'OAuth state',
      dependencies: { lucia: '3.2.2', arctic: '1.9.2', hono: '4.6.0' },
      files: {
        'src/state.ts': `export const sameState = (fromCookie: string, fromQuery: string) => fromCookie === fromQuery;
`,
      },
    },
    {
      name: 'ids and environment names',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/owner.ts': `export function isOwner(user: { id: string }, row: { ownerId: string }) {
  return process.env.NODE_ENV === 'production' && user.id === row.ownerId;
}
`,
      },
    },
  ],
};

export default examples;
