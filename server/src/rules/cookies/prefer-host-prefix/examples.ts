import type { Examples } from '../../../core/examples';

const head = `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;
`;
const express = { lucia: '3.2.2', express: '4.19.2' };
const next = { lucia: '3.2.2', next: '14.2.35' };

const examples: Examples = {
  bad: [
    {
      name: 'a plain name',
      files: {
        'src/auth.ts': `${head}export const lucia = new Lucia(adapter, { sessionCookie: { name: 'session' } });
  //                                                             ^^^^^^^^^ prefix
`,
      },
      fixed: {
        'src/auth.ts': `${head}export const lucia = new Lucia(adapter, { sessionCookie: { name: '__Host-session' } });\n`,
      },
    },
    {
      name: 'secure and a path',
      dependencies: express,
      files: {
        'src/auth.ts': `${head}export const auth = new Lucia(adapter, { sessionCookie: { name: "sid", attributes: { secure: true, path: '/' } } });
  //                                                            ^^^^^ prefix
`,
      },
      fixed: {
        'src/auth.ts': `${head}export const auth = new Lucia(adapter, { sessionCookie: { name: "__Host-sid", attributes: { secure: true, path: '/' } } });\n`,
      },
    },
    {
      name: 'the default name',
      dependencies: next,
      files: {
        'lib/auth.ts': `${head}export const lucia = new Lucia(adapter);
  //                     ^^^^^ prefix
`,
      },
    },
    {
      name: 'another prefix',
      dependencies: next,
      files: {
        'lib/auth.ts': `${head}export const lucia = new Lucia(adapter, { sessionCookie: { name: '__Secure-s', expires: false } });
  //                                                             ^^^^^^^^^^^^ prefix
`,
      },
      fixed: {
        'lib/auth.ts': `${head}export const lucia = new Lucia(adapter, { sessionCookie: { name: '__Host-__Secure-s', expires: false } });\n`,
      },
    },
    {
      name: 'a cookie that is secure in production, under one name everywhere',
      dependencies: next,
      files: {
        'lib/auth.ts': `${head}export const lucia = new Lucia(adapter, {
  sessionCookie: {
    name: 'shop',
//        ^^^^^^ prefix
    attributes: { secure: process.env.NODE_ENV === 'production' },
  },
});
`,
      },
    },
  ],
  good: [
    {
      name: 'with the prefix',
      files: {
        'src/auth.ts': `${head}export const lucia = new Lucia(adapter, { sessionCookie: { name: '__Host-session' } });\n`,
      },
    },
    {
      name: 'with the prefix and a path',
      dependencies: next,
      files: {
        'lib/auth.ts': `${head}export const lucia = new Lucia(adapter, { sessionCookie: { name: '__Host-s', attributes: { path: '/' } } });\n`,
      },
    },
    {
      name: 'with the prefix from a constant',
      dependencies: express,
      files: {
        'src/auth.ts': `${head}const NAME = '__Host-id';\nexport const lucia = new Lucia(adapter, { sessionCookie: { name: NAME } });\n`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'the prefix where the cookie is secure, that is in production',
      dependencies: next,
      files: {
        'lib/auth.ts': `${head}const isLive = process.env.NODE_ENV === 'production';
export const lucia = new Lucia(adapter, {
  sessionCookie: { name: isLive ? '__Host-session' : 'session', attributes: { secure: isLive } },
});
`,
      },
    },
    {
      name: 'a domain',
      files: {
        'src/auth.ts': `${head}export const lucia = new Lucia(adapter, { sessionCookie: { attributes: { domain: 'example.com' } } });\n`,
      },
    },
    {
      name: 'another path',
      dependencies: express,
      files: {
        'src/auth.ts': `${head}export const lucia = new Lucia(adapter, { sessionCookie: { attributes: { path: '/app' } } });\n`,
      },
    },
    {
      name: 'a name from the environment',
      files: {
        'src/auth.ts': `${head}export const lucia = new Lucia(adapter, { sessionCookie: { name: process.env.COOKIE! } });\n`,
      },
    },
  ],
};

export default examples;
