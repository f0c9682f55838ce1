import type { Examples } from '../../../core/examples';

const head = `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;
`;
const express = { lucia: '3.2.2', express: '4.19.2' };

const examples: Examples = {
  bad: [
    {
      name: 'a domain in the options',
      files: {
        'src/auth.ts': `${head}export const lucia = new Lucia(adapter, { sessionCookie: { attributes: { domain: 'example.com' } } });
  //                                                                     ^^^^^^^^^^^^^^^^^^^^^ shared
`,
      },
    },
    {
      name: 'a domain for production',
      dependencies: { lucia: '3.2.2', next: '14.2.35' },
      files: {
        'lib/auth.ts': `${head}const domain = process.env.NODE_ENV === 'production' ? '.example.com' : undefined;

export const lucia = new Lucia(adapter, { sessionCookie: { attributes: { secure: true, domain } } });
  //                                                                                   ^^^^^^ shared
`,
      },
    },
    {
      name: 'a domain from the Origin header',
      dependencies: express,
      files: {
        'src/login.ts': `${head}import type { Request, Response } from 'express';

const lucia = new Lucia(adapter);

export async function signIn(req: Request, res: Response) {
  const cookie = lucia.createSessionCookie((await lucia.createSession('u1', {})).id);
  cookie.attributes.domain = req.headers.origin?.replace('https://', '');
  //                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ request
  res.appendHeader('Set-Cookie', cookie.serialize());
}
`,
      },
    },
    {
      name: 'a domain from the Host header, where the cookie is written',
      dependencies: { lucia: '3.2.2', hono: '4.4.0' },
      files: {
        'src/login.ts': `${head}import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';

const lucia = new Lucia(adapter);

export async function signIn(c: Context) {
  const cookie = lucia.createSessionCookie((await lucia.createSession('u1', {})).id);
  setCookie(c, cookie.name, cookie.value, { ...cookie.attributes, domain: c.req.header('host') });
  //                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ request
}
`,
      },
    },
    {
      name: 'options in a file of their own',
      dependencies: express,
      files: {
        'src/options.ts': `export const kept = { attributes: { domain: '.shop.example', secure: true } };
//                                  ^^^^^^^^^^^^^^^^^^^^^^^ shared
`,
        'src/auth.ts': `import { kept } from './options';
${head}
export const lucia = new Lucia(adapter, { sessionCookie: kept });
`,
      },
    },
    {
      name: 'a domain that the attributes are given later',
      dependencies: { lucia: '3.2.2', hono: '4.4.0' },
      files: {
        'src/auth.ts': `${head}export function authOf(shop: string) {
  const attributes: { secure: boolean; domain?: string } = { secure: true };
  attributes.domain = shop + '.example';
//                    ^^^^^^^^^^^^^^^^^ shared
  return new Lucia(adapter, { sessionCookie: { attributes } });
}
`,
      },
    },
  ],
  good: [
    {
      name: 'no domain',
      files: {
        'src/auth.ts': `${head}export const lucia = new Lucia(adapter, { sessionCookie: { attributes: { secure: true } } });\n`,
      },
    },
    { name: 'no options', files: { 'src/auth.ts': `${head}export const lucia = new Lucia(adapter);\n` } },
    {
      name: "Lucia's attributes",
      dependencies: { lucia: '3.2.2', next: '14.2.35' },
      files: {
        'app/login/actions.ts': `'use server';
import { cookies } from 'next/headers';
import { lucia } from '../../lib/auth';

export async function signIn() {
  const cookie = lucia.createSessionCookie((await lucia.createSession('u1', {})).id);
  cookies().set(cookie.name, cookie.value, cookie.attributes);
}
`,
        'lib/auth.ts': `${head}export const lucia = new Lucia(adapter);\n`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'an undefined domain',
      files: {
        'src/auth.ts': `${head}export const lucia = new Lucia(adapter, { sessionCookie: { attributes: { domain: undefined } } });\n`,
      },
    },
    {
      name: "a domain that is no cookie's",
      dependencies: express,
      files: { 'src/mail.ts': `export const mail = { domain: 'example.com', from: 'hello@example.com' };\n` },
    },
    {
      name: 'a domain taken over from Lucia',
      dependencies: { lucia: '3.2.2', hono: '4.4.0' },
      files: {
        'src/login.ts': `${head}import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';

const lucia = new Lucia(adapter);

export async function signIn(c: Context) {
  const { name, value, attributes } = lucia.createSessionCookie((await lucia.createSession('u1', {})).id);
  setCookie(c, name, value, { domain: attributes.domain, httpOnly: attributes.httpOnly, secure: attributes.secure, sameSite: 'Lax' });
}
`,
      },
    },
    {
      name: 'another cookie with a domain',
      dependencies: { lucia: '3.2.2', hono: '4.4.0' },
      files: {
        'src/theme.ts': `import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';

export const keep = (c: Context) => setCookie(c, 'theme', 'dark', { domain: 'example.com' });
`,
      },
    },
    {
      name: 'a domain of other attributes, and one that is taken away later',
      dependencies: { lucia: '3.2.2', hono: '4.4.0' },
      files: {
        'src/auth.ts': `${head}export function authOf(shop: string) {
  const attributes: { secure: boolean; domain?: string } = { secure: true };
  const mail: { domain?: string } = {};
  mail.domain = shop + '.example';
  attributes.domain = undefined;
  return { mail, lucia: new Lucia(adapter, { sessionCookie: { attributes } }) };
}
`,
      },
    },
  ],
};

export default examples;
