import type { Examples } from '../../../core/examples';

const express = { lucia: '3.2.2', express: '4.19.2' };

const file = (body: string, returns = ''): string => `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';
import type { Response } from 'express';

declare const adapter: Adapter;
const lucia = new Lucia(adapter);

export async function signIn(res: Response, userId: string) {
  const session = await lucia.createSession(userId, {});
  const cookie = lucia.createSessionCookie(session.id);
${body}${returns}
}
`;

const examples: Examples = {
  bad: [
    {
      name: 'the attributes as they are',
      dependencies: express,
      files: {
        'src/login.ts': file(`  res.cookie(cookie.name, cookie.value, cookie.attributes);
  //                                    ^^^^^^^^^^^^^^^^^ seconds`),
      },
      fixed: { 'src/login.ts': file(`  res.appendHeader('Set-Cookie', cookie.serialize());`) },
    },
    {
      name: 'spread',
      dependencies: express,
      files: {
        'src/login.ts': file(`  res.cookie(cookie.name, cookie.value, { ...cookie.attributes, path: '/' });
  //                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ seconds`),
      },
    },
    {
      name: 'in a chain',
      dependencies: { lucia: '3.2.2', express: '5.0.0' },
      files: {
        'src/login.ts': file(`  res.cookie(cookie.name, cookie.value, cookie.attributes).redirect('/');
  //                                    ^^^^^^^^^^^^^^^^^ seconds`),
      },
      fixed: { 'src/login.ts': file(`  res.appendHeader('Set-Cookie', cookie.serialize()).redirect('/');`) },
    },
    {
      name: 'maxAge taken over by hand',
      dependencies: express,
      files: {
        'src/login.ts':
          file(`  res.cookie(cookie.name, cookie.value, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: cookie.attributes.maxAge });
  //                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ seconds`),
      },
    },
    {
      name: 'attributes copied by Object.assign',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/auth.ts': `import type { NextFunction, Request, Response } from 'express';
import { Lucia } from 'lucia';
import { adapter } from './adapter';

const lucia = new Lucia(adapter);

export async function visitor(req: Request, res: Response, next: NextFunction) {
  const { user, session } = await lucia.validateSession(lucia.readSessionCookie(req.headers.cookie ?? '') ?? '');
  if (session?.fresh) {
    const renewed = lucia.createSessionCookie(session.id);
    const options = Object.assign({}, renewed.attributes);
    res.cookie(renewed.name, renewed.value, options);
//                                          ^^^^^^^ seconds
  } else if (!session) {
    res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  }
  res.locals.user = user;
  next();
}
`,
      },
    },
  ],
  good: [
    {
      name: 'the header itself',
      dependencies: express,
      files: { 'src/login.ts': file(`  res.appendHeader('Set-Cookie', cookie.serialize());`) },
    },
    {
      name: 'maxAge in milliseconds',
      dependencies: express,
      files: {
        'src/login.ts': file(
          `  res.cookie(cookie.name, cookie.value, { ...cookie.attributes, maxAge: 30 * 24 * 60 * 60 * 1000 });`,
        ),
      },
    },
    {
      name: 'converted',
      dependencies: express,
      files: {
        'src/login.ts': file(
          `  res.cookie(cookie.name, cookie.value, { ...cookie.attributes, maxAge: (cookie.attributes.maxAge ?? 0) * 1000 });`,
        ),
      },
    },
  ],
  lookAlike: [
    {
      name: 'Hono counts in seconds',
      dependencies: { lucia: '3.2.2', hono: '4.4.0' },
      files: {
        'src/login.ts': `import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { lucia } from './lucia';

export async function signIn(c: Context, userId: string) {
  const cookie = lucia.createSessionCookie((await lucia.createSession(userId, {})).id);
  setCookie(c, cookie.name, cookie.value, cookie.attributes);
}
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;
export const lucia = new Lucia(adapter);
`,
      },
    },
    {
      name: 'the blank cookie is gone in either unit',
      dependencies: express,
      files: {
        'src/logout.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';
import type { Response } from 'express';

declare const adapter: Adapter;
const lucia = new Lucia(adapter);

export function clear(res: Response) {
  const cookie = lucia.createBlankSessionCookie();
  res.cookie(cookie.name, cookie.value, cookie.attributes);
}
`,
      },
    },
    {
      name: 'another cookie',
      dependencies: express,
      files: {
        'src/theme.ts': `import type { Response } from 'express';\n\nexport const setTheme = (res: Response) => res.cookie('theme', 'dark', { maxAge: 3600 });\n`,
      },
    },
    {
      name: 'Fastify counts in seconds',
      dependencies: { lucia: '3.2.2', fastify: '4.28.0', '@fastify/cookie': '9.3.0' },
      files: {
        'src/login.ts': `import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';
import type { FastifyReply } from 'fastify';

declare const adapter: Adapter;
const lucia = new Lucia(adapter);

export async function signIn(reply: FastifyReply, userId: string) {
  const cookie = lucia.createSessionCookie((await lucia.createSession(userId, {})).id);
  reply.cookie(cookie.name, cookie.value, cookie.attributes);
}
`,
      },
    },
    {
      name: 'a copy with a lifetime of its own',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/cookies.ts': `import type { Response } from 'express';
import type { Cookie } from 'lucia';

export function send(res: Response, cookie: Cookie) {
  const options = Object.assign({}, cookie.attributes, { maxAge: 30 * 24 * 60 * 60 * 1000 });
  res.cookie(cookie.name, cookie.value, options);
}
`,
      },
    },
  ],
};

export default examples;
