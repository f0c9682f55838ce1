import type { Examples } from '../../../core/examples';

const next = { lucia: '3.2.2', next: '14.2.35', arctic: '2.3.4', 'drizzle-orm': '0.36.4' };
const express = { lucia: '3.2.2', express: '4.19.2', arctic: '3.7.0' };

const auth = `import { GitHub } from 'arctic';
import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';

declare const adapter: Adapter;

export const lucia = new Lucia(adapter);
export const github = new GitHub('id', 'secret', null);
`;

/** A callback of Next.js that checks the state and then does what is given. */
const route = (body: string, imports = ''): string => `import { cookies } from 'next/headers';
import { db } from '../../lib/db';
import { github, lucia } from '../../lib/auth';
${imports}
export async function GET(request: Request) {
  const url = new URL(request.url);
  const code = url.searchParams.get('code');
  const kept = cookies().get('state')?.value;
  if (!code || !kept || kept !== url.searchParams.get('state')) return new Response(null, { status: 400 });
  const tokens = await github.validateAuthorizationCode(code);
  const answer = await fetch('https://api.github.com/user', { headers: { Authorization: \`Bearer \${tokens.accessToken()}\` } });
  const profile = await answer.json();
${body}
}
`;

const db = `export declare const db: {
  user: {
    findUnique(query: { where: Record<string, unknown> }): Promise<{ id: string } | null>;
    create(query: { data: Record<string, unknown> }): Promise<{ id: string }>;
  };
};
`;
const files = (body: string, imports = ''): Record<string, string> => ({
  'lib/auth.ts': auth,
  'lib/db.ts': db,
  'app/callback/route.ts': route(body, imports),
});

const examples: Examples = {
  bad: [
    {
      name: 'in a cookie',
      dependencies: next,
      files:
        files(`  cookies().set('github_token', tokens.accessToken(), { httpOnly: true, secure: true, sameSite: 'lax' });
  //                            ^^^^^^^^^^^^^^^^^^^^ browser
  return Response.json({ name: profile.name });`),
    },
    {
      name: 'in the answer',
      dependencies: next,
      files: files(`  return Response.json({ name: profile.name, token: tokens.accessToken() });
  //                                                ^^^^^^^^^^^^^^^^^^^^ browser`),
    },
    {
      name: 'in a URL',
      dependencies: express,
      files: {
        'src/auth.ts': auth,
        'src/app.ts': `import express from 'express';
import { github } from './auth';

const app = express();

app.get('/callback', async (req, res) => {
  if (!req.cookies.state || req.cookies.state !== req.query.state) return res.sendStatus(400);
  const tokens = await github.validateAuthorizationCode(String(req.query.code));
  return res.redirect(\`/app#\${tokens.accessToken()}\`);
  //                          ^^^^^^^^^^^^^^^^^^^^ browser
});
`,
      },
    },
    {
      name: 'stored by a function that is given it',
      dependencies: express,
      files: {
        'src/auth.ts': auth,
        'src/app.ts': `import express from 'express';
import { github } from './auth';
import { remember } from './links';

const app = express();

app.get('/callback', async (req, res) => {
  if (!req.cookies.state || req.cookies.state !== req.query.state) return res.sendStatus(400);
  const tokens = await github.validateAuthorizationCode(String(req.query.code));
  await remember(res.locals.user.id, tokens.accessToken());
  return res.redirect('/');
});
`,
        'src/links.ts': `import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function remember(owner: string, token: string) {
  await prisma.link.create({ data: { owner, token } });
  //                                        ^^^^^ database
}
`,
      },
    },
    {
      name: 'stored as it is',
      dependencies: next,
      files:
        files(`  await db.user.create({ data: { githubId: profile.id, accessToken: tokens.accessToken(), refreshToken: tokens.refreshToken() } });
  //                                                                ^^^^^^^^^^^^^^^^^^^^ database
  //                                                                                                    ^^^^^^^^^^^^^^^^^^^^^ database
  return Response.json({ name: profile.name });`),
    },
    {
      name: 'in the URL that the browser is sent to',
      dependencies: { lucia: '3.2.2', arctic: '2.3.4', next: '15.5.29' },
      files: {
        'app/callback/route.ts': `import { NextResponse, type NextRequest } from 'next/server';
import { google } from '../../lib/google';

export async function GET(request: NextRequest) {
  const code = request.nextUrl.searchParams.get('code') ?? '';
  const done = new URL('/settings', request.url);
  const tokens = await google.validateAuthorizationCode(code, request.cookies.get('verifier')?.value ?? '');
  done.searchParams.set('access_token', tokens.accessToken());
//                                      ^^^^^^^^^^^^^^^^^^^^ browser
  return NextResponse.redirect(done);
}
`,
      },
    },
    {
      name: 'in a Location header',
      dependencies: { lucia: '3.2.2', arctic: '3.7.0', astro: '5.0.0' },
      files: {
        'src/pages/callback.ts': `import type { APIRoute } from 'astro';
import { spotify } from '../clients';

export const GET: APIRoute = async ({ url }) => {
  const tokens = await spotify.validateAuthorizationCode(url.searchParams.get('code') ?? '', null);
  const query = new URLSearchParams({ token: tokens.accessToken() });
//                                           ^^^^^^^^^^^^^^^^^^^^ browser
  return new Response(null, { status: 302, headers: { Location: \`/player?\${query}\` } });
};
`,
      },
    },
    {
      name: 'from an exchange that is made by hand',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', nitropack: '2.9.7', h3: '1.13.0' },
      files: {
        'server/api/gitea/back.get.ts': `import { defineEventHandler, getQuery, sendRedirect, setCookie } from 'h3';

export default defineEventHandler(async (event) => {
  const bearer = await tokenFor(String(getQuery(event).code));
  setCookie(event, 'gitea', bearer, { httpOnly: true, secure: true, path: '/' });
//                          ^^^^^^ browser
  return sendRedirect(event, '/home');
});

async function tokenFor(code: string): Promise<string> {
  try {
    const query = new URLSearchParams({ code, client_id: process.env.ID!, client_secret: process.env.KEY! });
    const answer = await fetch(\`https://git.example.org/login/oauth/access_token?\${query.toString()}\`, { method: 'POST' });
    const given: { access_token: string; scope: string } = await answer.json();
    return given.access_token;
  } catch {
    throw new Error('no token');
  }
}
`,
        'src/callback.ts': `import { Hono } from 'hono';

export const app = new Hono();
app.get('/callback', async (c) => {
  const answer = await fetch('https://id.example.org/token', {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: c.req.query('code')!,
      client_secret: process.env.SECRET!,
    }),
  });
  const { access_token, expires_in } = await answer.json();
  return c.json({ access_token, expires_in });
//                ^^^^^^^^^^^^ browser
});
`,
      },
    },
  ],
  good: [
    { name: 'used and dropped', dependencies: next, files: files(`  return Response.json({ name: profile.name });`) },
    {
      name: 'stored encrypted',
      dependencies: next,
      files: files(
        `  await db.user.create({ data: { githubId: profile.id, accessToken: await encrypt(tokens.accessToken()) } });\n  return new Response();`,
        `import { encrypt } from 'house-crypto';\n`,
      ),
    },
    {
      name: 'sent to the provider',
      dependencies: next,
      files: files(
        `  const emails = await fetch('https://api.github.com/user/emails', { headers: { Authorization: 'Bearer ' + tokens.accessToken() } });\n  return Response.json(await emails.json());`,
      ),
    },
  ],
  lookAlike: [
    {
      name: 'a function is given it sealed, another seals it itself',
      dependencies: express,
      files: {
        'src/auth.ts': auth,
        'src/app.ts': `import express from 'express';
import { github } from './auth';
import { seal } from './seal';
import { keep, remember } from './links';

const app = express();

app.get('/callback', async (req, res) => {
  if (!req.cookies.state || req.cookies.state !== req.query.state) return res.sendStatus(400);
  const tokens = await github.validateAuthorizationCode(String(req.query.code));
  await remember(res.locals.user.id, seal(tokens.accessToken()));
  await keep(res.locals.user.id, tokens.refreshToken());
  return res.redirect('/');
});
`,
        'src/links.ts': `import { PrismaClient } from '@prisma/client';
import { seal } from './seal';

const prisma = new PrismaClient();

export async function remember(owner: string, token: string) {
  await prisma.link.create({ data: { owner, token } });
}

export const keep = (owner: string, plain: string) => prisma.link.create({ data: { owner, token: seal(plain) } });
`,
        'src/seal.ts': `import { createCipheriv, randomBytes } from 'node:crypto';

export function seal(text: string) {
  const start = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(process.env.SEAL!, 'hex'), start);
  return Buffer.concat([start, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64');
}
`,
      },
    },
    {
      name: 'only whether there is one',
      dependencies: next,
      files: files(`  return Response.json({ connected: !!tokens.accessToken() });`),
    },
    {
      name: 'the type of the token',
      dependencies: next,
      files: files(`  return Response.json({ type: tokens.tokenType() });`),
    },
    {
      name: "in the URL of the provider's interface",
      dependencies: next,
      files: files(`  const me = new URL('https://graph.example.com/me');
  me.searchParams.set('access_token', tokens.accessToken());
  return Response.json({ ok: (await fetch(me)).ok, name: profile.name });`),
    },
    {
      name: "a token of the application's own",
      dependencies: express,
      files: {
        'src/app.ts': `import { randomBytes } from 'node:crypto';
import express from 'express';

const app = express();

app.get('/csrf', (_req, res) => {
  const accessToken = randomBytes(16).toString('hex');
  res.json({ accessToken });
});
`,
      },
    },
    {
      name: 'in a URL that only the server asks',
      dependencies: { lucia: '3.2.2', arctic: '2.3.4', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/callback/+server.ts': `import { redirect } from '@sveltejs/kit';
import { facebook, signIn } from '$lib/server/facebook';

export const GET = async ({ url, cookies }) => {
  const tokens = await facebook.validateAuthorizationCode(url.searchParams.get('code') ?? '');
  const me = new URL('https://graph.facebook.com/me');
  me.searchParams.set('access_token', tokens.accessToken());
  me.searchParams.set('fields', 'id,name');
  const answer = await fetch(me);
  await signIn(cookies, await answer.json());
  redirect(302, '/');
};
`,
      },
    },
    {
      name: 'a token of the application’s own that its service renews',
      dependencies: { lucia: '3.2.2', arctic: '2.3.4', hono: '4.6.0' },
      files: {
        'src/service.ts': `import { sign } from './keys';
import { ownerOf } from './rows';

export class TokenService {
  async refreshAccessToken(old: string) {
    const owner = await ownerOf(old);
    return { owner, accessToken: await sign({ sub: owner.id }) };
  }
}
export const service = new TokenService();
`,
        'src/app.ts': `import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { service } from './service';

export const app = new Hono();
app.post('/renew', async (c) => {
  const { accessToken } = await service.refreshAccessToken(getCookie(c, 'renew') ?? '');
  return c.json({ accessToken });
});
`,
      },
    },
  ],
};

export default examples;
