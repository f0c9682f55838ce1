import type { Examples } from '../../../core/examples';

const next = { lucia: '3.2.2', next: '14.2.35', arctic: '1.9.2' };
const express = { lucia: '3.2.2', express: '4.19.2', arctic: '3.7.0' };
const kit = { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', arctic: '2.3.4' };

const google = `const google = new Google('id', 'secret', 'https://example.com/callback');`;

const callback = (exchange: string, imports = 'Google'): string => `import { ${imports} } from 'arctic';
import { cookies } from 'next/headers';

${google}

export async function GET(request: Request) {
  const url = new URL(request.url);
  const code = url.searchParams.get('code');
  const kept = cookies().get('google_state')?.value;
  const verifier = cookies().get('google_verifier')?.value;
  if (!code || !kept || !verifier || url.searchParams.get('state') !== kept) return new Response(null, { status: 400 });
${exchange}
  return Response.json({ ok: !!tokens });
}
`;

const examples: Examples = {
  bad: [
    {
      name: 'a secret of the checked environment in the place of the verifier',
      dependencies: { lucia: '3.2.2', arctic: '2.3.3', next: '15.5.29', zod: '3.23.8' },
      files: {
        'lib/settings.ts': `import { z } from 'zod';

export const settings = z.object({ GOOGLE_ID: z.string(), GOOGLE_SECRET: z.string(), PEPPER: z.string() }).parse(process.env);
`,
        'app/google/route.ts': `import { Google, generateState } from 'arctic';
import { cookies } from 'next/headers';
import { settings } from '../../lib/settings';

const google = new Google(settings.GOOGLE_ID, settings.GOOGLE_SECRET, 'https://shop.example/google/back');

export async function GET() {
  const state = generateState();
  const url = google.createAuthorizationURL(state, settings.PEPPER, ['openid']);
//                                                 ^^^^^^^^^^^^^^^ shared
  (await cookies()).set('g_state', state, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600, path: '/' });
  return Response.redirect(url);
}
`,
      },
    },
    {
      name: 'a verifier of the module in an address without a client',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/start.ts': `import { createHash, randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';

const proof = randomBytes(32).toString('base64url');

export function start(_req: Request, res: Response) {
  const mark = randomBytes(18).toString('hex');
  const to = new URL('https://id.example/authorize');
  to.searchParams.set('client_id', 'shop');
  to.searchParams.set('response_type', 'code');
  to.searchParams.set('state', mark);
  to.searchParams.set('code_challenge', createHash('sha256').update(proof).digest('base64url'));
  //                                                                ^^^^^ shared
  res.cookie('mark', mark, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600_000 });
  res.redirect(to.href);
}
`,
      },
    },
    {
      name: 'a fallback takes the place of a cookie that is gone',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', arctic: '2.3.4' },
      files: {
        'src/zoom.ts': `import { Zoom } from 'arctic';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';

const zoom = new Zoom('id', 'secret', 'https://example.com/zoom/back');

export const back = new Hono().get('/zoom/back', async (c) => {
  const kept = getCookie(c, 'zoom_state') ?? null;
  const proof = getCookie(c, 'zoom_proof') ?? null;
  const { code, state } = c.req.query();
  if (!code || kept === null || kept !== state) return c.text('Start again', 400);
  const tokens = await zoom.validateAuthorizationCode(code, proof as string);
  //                                                        ^^^^^^^^^^^^^^^ unchecked
  return c.json({ until: tokens.accessTokenExpiresAt() });
});
`,
      },
    },
    {
      name: 'the state as challenge in an address without a client',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/start.ts': `import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';

export function start(_req: Request, res: Response) {
  const mark = randomBytes(18).toString('hex');
  const to = new URL('https://id.example/authorize');
  to.searchParams.set('client_id', 'shop');
  to.searchParams.set('response_type', 'code');
  to.searchParams.set('state', mark);
  to.searchParams.set('code_challenge', mark);
  //                                    ^^^^ state
  res.cookie('mark', mark, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600_000 });
  res.redirect(to.href);
}
`,
      },
    },
    {
      name: 'a route of Elysia without a schema for its cookies',
      dependencies: { lucia: '3.2.2', elysia: '1.2.9', arctic: '2.3.4' },
      files: {
        'src/line.ts': `import { Line } from 'arctic';
import { Elysia, t } from 'elysia';

const line = new Line('id', 'secret', 'https://example.com/line/back');

export const back = new Elysia().get(
  '/line/back',
  async ({ query, cookie, status }) => {
    if (cookie.line_state.value !== query.state) return status(400);
    const tokens = await line.validateAuthorizationCode(query.code, cookie.line_secret.value!);
    //                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^ unchecked
    return { until: tokens.accessTokenExpiresAt() };
  },
  { query: t.Object({ code: t.String(), state: t.String() }) },
);
`,
      },
    },
    {
      name: 'a way in from a table is given a cookie that may be gone',
      dependencies: { lucia: '3.2.2', h3: '1.13.0', arctic: '1.9.2' },
      files: {
        'src/ways/line.ts': `import { Line } from 'arctic';

const line = new Line('id', 'secret', 'https://example.com/line/back');

export async function byLine(sent: { code?: string; proof: string }) {
  if (!sent.code) throw new Error('No code');
  return line.validateAuthorizationCode(sent.code, sent.proof);
  //                                               ^^^^^^^^^^ unchecked
}
`,
        'src/ways/index.ts': `import type { LineTokens } from 'arctic';
import { byLine } from './line';

type Way = (sent: { code?: string; proof: string }) => Promise<LineTokens>;

export const ways: Record<string, Way> = { line: byLine };
`,
        'server/routes/back/[way].get.ts': `import { defineEventHandler, getCookie, getQuery, getRouterParam } from 'h3';
import { ways } from '../../../src/ways';

export default defineEventHandler(async (event) => {
  const { code, state } = getQuery(event);
  const kept = getCookie(event, 'kept');
  if (!kept || kept !== state) throw new Error('Start again');
  const tokens = await ways[getRouterParam(event, 'way')]({ code, proof: getCookie(event, 'proof') ?? '' });
  return { until: tokens.accessTokenExpiresAt };
});
`,
      },
    },
    {
      name: 'nothing keeps the verifier',
      dependencies: kit,
      files: {
        'src/routes/roblox/+server.ts': `import { generateCodeVerifier, generateState, Roblox } from 'arctic';

const roblox = new Roblox('id', 'secret', 'https://example.com/roblox/back');

export const GET = ({ cookies }) => {
  const state = generateState();
  const secret = generateCodeVerifier();
  cookies.set('roblox_state', state, { path: '/', maxAge: 600 });
  return Response.redirect(roblox.createAuthorizationURL(state, secret, ['openid']));
  //                                                            ^^^^^^ lost
};
`,
      },
    },
    {
      name: 'a client that cannot be seen starts with a verifier and exchanges without',
      dependencies: kit,
      files: {
        'src/routes/okta/+server.ts': `import { generateCodeVerifier, generateState } from 'arctic';
import { okta } from '$lib/server/clients';

export const GET = ({ cookies }) => {
  const [state, secret] = [generateState(), generateCodeVerifier()];
  cookies.set('okta_state', state, { path: '/', maxAge: 600 });
  cookies.set('okta_secret', secret, { path: '/', maxAge: 600 });
  return Response.redirect(okta.createAuthorizationURL(state, secret, ['openid']));
};

export const POST = async ({ cookies, url }) => {
  const kept = cookies.get('okta_state');
  if (!kept || kept !== url.searchParams.get('state')) return new Response(null, { status: 400 });
  const tokens = await okta.validateAuthorizationCode(url.searchParams.get('code')!);
  //                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing
  return Response.json({ until: tokens.accessTokenExpiresAt() });
};
`,
      },
    },
    {
      name: 'a helper reads the cookie, and nobody asks for it',
      dependencies: express,
      files: {
        'src/back.ts': `import { Line } from 'arctic';
import type { Request, Response } from 'express';
import { handed } from './handed';

const line = new Line('id', 'secret', 'https://example.com/line/back');

export async function back(req: Request, res: Response) {
  const sent = handed(req);
  if (!sent.code || !sent.kept || sent.kept !== sent.state) return res.sendStatus(400);
  const tokens = await line.validateAuthorizationCode(sent.code, sent.secret);
  //                                                             ^^^^^^^^^^^ unchecked
  res.json({ until: tokens.accessTokenExpiresAt() });
}
`,
        'src/handed.ts': `import type { Request } from 'express';

export const handed = (req: Request) => ({
  code: String(req.query.code ?? ''),
  state: String(req.query.state ?? ''),
  kept: req.cookies.line_state,
  secret: req.cookies.line_secret,
});
`,
      },
    },
    {
      name: 'a verifier from the configuration',
      dependencies: express,
      files: {
        'src/start.ts': `import { generateState, Zoom } from 'arctic';
import type { Request, Response } from 'express';

const zoom = new Zoom('id', 'secret', 'https://example.com/zoom/back');

export function start(req: Request, res: Response) {
  const state = generateState();
  res.cookie('zoom_state', state, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600_000 });
  res.redirect(zoom.createAuthorizationURL(state, process.env.ZOOM_SECRET!, []).href);
  //                                              ^^^^^^^^^^^^^^^^^^^^^^^^ shared
}
`,
      },
    },
    {
      name: 'a helper is given nothing for the verifier',
      dependencies: express,
      files: {
        'src/line.ts': `import { Line } from 'arctic';

const line = new Line('id', 'secret', 'https://example.com/line/back');

export const redeem = ({ grant, verifier }: { grant: string; verifier: string }) =>
  line.validateAuthorizationCode(grant, verifier);
`,
        'src/phone.ts': `import type { Request, Response } from 'express';
import { redeem } from './line';

export async function phone(req: Request, res: Response) {
  if (!req.cookies.line_state || req.cookies.line_state !== req.query.state) return res.sendStatus(400);
  const tokens = await redeem({ grant: String(req.query.code), verifier: '' });
  //                                                                     ^^ missing
  res.json({ until: tokens.accessTokenExpiresAt() });
}
`,
      },
    },
    {
      name: 'an optional verifier that is made once',
      dependencies: express,
      files: {
        'src/spotify.ts': `import { generateCodeVerifier, generateState, Spotify } from 'arctic';
import type { Request, Response } from 'express';

const spotify = new Spotify('id', 'secret', 'https://example.com/spotify/back');
const secret = generateCodeVerifier();

export function start(req: Request, res: Response) {
  const state = generateState();
  res.cookie('state', state, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600_000 });
  res.cookie('secret', secret, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600_000 });
  res.redirect(spotify.createAuthorizationURL(state, secret, []).href);
  //                                                 ^^^^^^ shared
}
`,
      },
    },
    {
      name: 'the exchange goes without the verifier',
      dependencies: next,
      files: {
        'app/callback/route.ts': callback(`  // @ts-expect-error left out
  const tokens = await google.validateAuthorizationCode(code);
  //                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing`),
      },
    },
    {
      name: 'scopes in the place of the verifier',
      dependencies: express,
      files: {
        'src/app.ts': `import { generateState, Google } from 'arctic';
import express from 'express';

${google}
const app = express();

app.get('/login', (_req, res) => {
  const state = generateState();
  // @ts-expect-error scopes are the third argument
  res.redirect(google.createAuthorizationURL(state, ['openid']).toString());
  //                                                ^^^^^^^^^^ missing
});
`,
      },
    },
    {
      name: 'one verifier for everyone',
      dependencies: kit,
      files: {
        'src/routes/login/+server.ts': `import { generateCodeVerifier, generateState, Google } from 'arctic';
import { redirect } from '@sveltejs/kit';

${google}
const verifier = generateCodeVerifier();

export const GET = () => redirect(302, google.createAuthorizationURL(generateState(), verifier, []).toString());
  //                                                                                  ^^^^^^^^ shared
`,
      },
    },
    {
      name: 'a verifier made in the callback',
      dependencies: next,
      files: {
        'app/callback/route.ts': callback(
          `  const tokens = await google.validateAuthorizationCode(code, generateCodeVerifier());
  //                                                          ^^^^^^^^^^^^^^^^^^^^^^ origin`,
          'generateCodeVerifier, Google',
        ),
      },
      fixed: {
        'app/callback/route.ts': `import { Google } from 'arctic';
import { cookies } from 'next/headers';

const google = new Google('id', 'secret', 'https://example.com/callback');

export async function GET(request: Request) {
  const url = new URL(request.url);
  const code = url.searchParams.get('code');
  const kept = cookies().get('google_state')?.value;
  const verifier = cookies().get('google_verifier')?.value;
  if (!code || !kept || !verifier || url.searchParams.get('state') !== kept) return new Response(null, { status: 400 });
  const tokens = await google.validateAuthorizationCode(code, verifier);
  return Response.json({ ok: !!tokens });
}
`,
      },
    },
    {
      name: 'a cookie that may be gone',
      dependencies: { lucia: '3.2.2', arctic: '1.9.2', express: '4.21.0' },
      files: {
        'src/google.ts': `import type { Request, Response } from 'express';
import { google } from './clients';
import { signIn } from './sign-in';

export async function finish(req: Request, res: Response) {
  const code = req.query.code?.toString();
  const { g_state: state, g_verifier: verifier } = req.cookies;
  if (!code || !state || state !== req.query.state) return res.sendStatus(400);
  const tokens = await google.validateAuthorizationCode(code, verifier!);
//                                                            ^^^^^^^^^ unchecked
  return signIn(res, tokens.accessToken);
}
`,
        'src/clients.ts': `import { Google } from 'arctic';

export const google = new Google(process.env.GOOGLE_ID!, process.env.GOOGLE_SECRET!, process.env.GOOGLE_REDIRECT!);
`,
      },
      fixed: {
        'src/google.ts': `import type { Request, Response } from 'express';
import { google } from './clients';
import { signIn } from './sign-in';

export async function finish(req: Request, res: Response) {
  const code = req.query.code?.toString();
  const { g_state: state, g_verifier: verifier } = req.cookies;
  if (!code || !state || !verifier || state !== req.query.state) return res.sendStatus(400);
  const tokens = await google.validateAuthorizationCode(code, verifier!);
  return signIn(res, tokens.accessToken);
}
`,
      },
    },
    {
      name: 'the state stands in for the verifier, in the start and in the callback',
      dependencies: { lucia: '3.2.2', next: '15.5.29', arctic: '3.7.0' },
      files: {
        'lib/google.ts': `import { Google } from 'arctic';

export const google = new Google('id', 'secret', 'https://example.com/login/google/callback');
`,
        'app/login/google/route.ts': `import { google } from '@/lib/google';
import { generateState } from 'arctic';
import { cookies } from 'next/headers';

export async function GET() {
  const state = generateState();
  const url = google.createAuthorizationURL(state, state, ['openid', 'email']);
//                                                 ^^^^^ state

  // Ten minutes are enough.
  (await cookies()).set('google_state', state, {
    path: '/',
    secure: process.env.NODE_ENV === 'production',
    httpOnly: true,
    maxAge: 600,
    sameSite: 'lax',
  });
  return Response.redirect(url);
}
`,
        'app/login/google/callback/route.ts': `import { google } from '@/lib/google';
import { cookies } from 'next/headers';

export async function GET(request: Request) {
  const url = new URL(request.url);
  const code = url.searchParams.get('code');
  const state = url.searchParams.get('state');
  const storedState = (await cookies()).get('google_state')?.value ?? null;
  if (!code || !state || !storedState || state !== storedState) return new Response(null, { status: 400 });
  try {
    const tokens = await google.validateAuthorizationCode(code, storedState);
    return Response.json({ expires: tokens.accessTokenExpiresAt() });
  } catch {
    return new Response(null, { status: 400 });
  }
}
`,
      },
      fixed: {
        'app/login/google/route.ts': `import { google } from '@/lib/google';
import { generateState, generateCodeVerifier } from 'arctic';
import { cookies } from 'next/headers';

export async function GET() {
  const state = generateState();
  const codeVerifier = generateCodeVerifier();
  const url = google.createAuthorizationURL(state, codeVerifier, ['openid', 'email']);

  // Ten minutes are enough.
  (await cookies()).set('google_state', state, {
    path: '/',
    secure: process.env.NODE_ENV === 'production',
    httpOnly: true,
    maxAge: 600,
    sameSite: 'lax',
  });
  (await cookies()).set('google_code_verifier', codeVerifier, {
    path: '/',
    secure: process.env.NODE_ENV === 'production',
    httpOnly: true,
    maxAge: 600,
    sameSite: 'lax',
  });
  return Response.redirect(url);
}
`,
        'app/login/google/callback/route.ts': `import { google } from '@/lib/google';
import { cookies } from 'next/headers';

export async function GET(request: Request) {
  const url = new URL(request.url);
  const code = url.searchParams.get('code');
  const state = url.searchParams.get('state');
  const storedState = (await cookies()).get('google_state')?.value ?? null;
  const codeVerifier = (await cookies()).get('google_code_verifier')?.value ?? null;
  if (!code || !state || !storedState || !codeVerifier || state !== storedState) return new Response(null, { status: 400 });
  try {
    const tokens = await google.validateAuthorizationCode(code, codeVerifier);
    return Response.json({ expires: tokens.accessTokenExpiresAt() });
  } catch {
    return new Response(null, { status: 400 });
  }
}
`,
      },
    },
    {
      name: 'one verifier for everyone, kept in no cookie',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', arctic: '3.7.0' },
      files: {
        'src/google.ts': `import { generateCodeVerifier, generateState, Google } from "arctic"
import { Hono } from "hono"
import { getCookie, setCookie } from "hono/cookie"

const google = new Google("id", "secret", "https://example.com/callback")
const shared = generateCodeVerifier()

export const routes = new Hono()

routes.get("/login", (c) => {
    const state = generateState()
    setCookie(c, "state", state, { httpOnly: true, secure: true, sameSite: "Lax", path: "/", maxAge: 600 })
    return c.redirect(google.createAuthorizationURL(state, shared, ["openid"]).toString())
//                                                         ^^^^^^ shared
})

routes.get("/callback", async (c) => {
    const code = c.req.query("code")
    const kept = getCookie(c, "state")
    if (!code || !kept || kept !== c.req.query("state")) return c.body(null, 400)
    try {
        const tokens = await google.validateAuthorizationCode(code, shared)
//                                                                  ^^^^^^ shared
        return c.json({ type: tokens.tokenType() })
    } catch {
        return c.body(null, 400)
    }
})
`,
      },
      fixed: {
        'src/google.ts': `import { generateCodeVerifier, generateState, Google } from "arctic"
import { Hono } from "hono"
import { getCookie, setCookie } from "hono/cookie"

const google = new Google("id", "secret", "https://example.com/callback")

export const routes = new Hono()

routes.get("/login", (c) => {
    const state = generateState()
    const codeVerifier = generateCodeVerifier()
    setCookie(c, "state", state, { httpOnly: true, secure: true, sameSite: "Lax", path: "/", maxAge: 600 })
    setCookie(c, "code_verifier", codeVerifier, { httpOnly: true, secure: true, sameSite: "Lax", path: "/", maxAge: 600 })
    return c.redirect(google.createAuthorizationURL(state, codeVerifier, ["openid"]).toString())
})

routes.get("/callback", async (c) => {
    const code = c.req.query("code")
    const kept = getCookie(c, "state")
    const codeVerifier = getCookie(c, "code_verifier")
    if (!code || !kept || !codeVerifier || kept !== c.req.query("state")) return c.body(null, 400)
    try {
        const tokens = await google.validateAuthorizationCode(code, codeVerifier)
        return c.json({ type: tokens.tokenType() })
    } catch {
        return c.body(null, 400)
    }
})
`,
      },
    },
    {
      name: 'the callback reads a cookie that the start never wrote',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', arctic: '2.3.4' },
      files: {
        'src/lib/server/oauth.js': `import { MicrosoftEntraId } from 'arctic';

export const entra = new MicrosoftEntraId('common', 'id', 'secret', 'https://example.com/callback');
`,
        'src/routes/login/+server.js': `import { entra } from '$lib/server/oauth';
import { redirect } from '@sveltejs/kit';
import { generateState } from 'arctic';

export const GET = ({ cookies }) => {
	const state = generateState();
	cookies.set('entra_state', state, { path: '/', maxAge: 600 });
	redirect(302, entra.createAuthorizationURL(state, 'unused', ['openid']).toString());
//                                                 ^^^^^^^^ shared
};
`,
        'src/routes/callback/+server.js': `import { entra } from '$lib/server/oauth';

export const GET = async ({ url, cookies }) => {
	const code = url.searchParams.get('code');
	const kept = cookies.get('entra_state');
	const verifier = cookies.get('entra_verifier');
	if (!code || !kept || !verifier || kept !== url.searchParams.get('state')) return new Response(null, { status: 400 });
	try {
		return new Response((await entra.validateAuthorizationCode(code, verifier)).tokenType());
	} catch {
		return new Response(null, { status: 400 });
	}
};
`,
      },
      fixed: {
        'src/routes/login/+server.js': `import { entra } from '$lib/server/oauth';
import { redirect } from '@sveltejs/kit';
import { generateState, generateCodeVerifier } from 'arctic';

export const GET = ({ cookies }) => {
	const state = generateState();
	const codeVerifier = generateCodeVerifier();
	cookies.set('entra_state', state, { path: '/', maxAge: 600 });
	cookies.set('entra_verifier', codeVerifier, { path: '/', maxAge: 600 });
	redirect(302, entra.createAuthorizationURL(state, codeVerifier, ['openid']).toString());
};
`,
      },
    },
    {
      name: 'two callbacks of one provider: no fix',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', arctic: '3.7.0' },
      files: {
        'src/google.ts': `import { generateState, Google } from 'arctic';
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

const google = new Google('id', 'secret', 'https://example.com/callback');

export const routes = new Hono();

routes.get('/login', (c) => {
  const state = generateState();
  setCookie(c, 'state', state, { httpOnly: true, secure: true, sameSite: 'Lax', path: '/', maxAge: 600 });
  return c.redirect(google.createAuthorizationURL(state, state, ['openid']).toString());
//                                                       ^^^^^ state
});

for (const path of ['/callback', '/link/callback']) {
  routes.get(path, async (c) => {
    const kept = getCookie(c, 'state');
    if (!kept || kept !== c.req.query('state')) return c.body(null, 400);
    try {
      const code = c.req.query('code') ?? '';
      const tokens = path === '/callback' ? await google.validateAuthorizationCode(code, kept) : await google.validateAuthorizationCode(code, kept);
      return c.json({ type: tokens.tokenType() });
    } catch {
      return c.body(null, 400);
    }
  });
}
`,
      },
    },
    {
      name: 'a verifier among the bindings of a platform',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', arctic: '2.3.4' },
      files: {
        'src/routes/login/line/+server.ts': `import { Line, generateState } from 'arctic';
import { redirect } from '@sveltejs/kit';

export const GET = async ({ cookies, platform }) => {
  const { LINE_ID, LINE_SECRET, LINE_PROOF } = platform.env;
  const line = new Line(LINE_ID, LINE_SECRET, 'https://example.com/login/line/callback');
  const state = generateState();
  cookies.set('line_state', state, { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600 });
  redirect(302, line.createAuthorizationURL(state, LINE_PROOF, ['openid']));
//                                                 ^^^^^^^^^^ shared
};
`,
      },
    },
    {
      name: 'a verifier that the URL brings',
      dependencies: { lucia: '3.2.2', arctic: '3.7.0', express: '4.21.0' },
      files: {
        'src/app.ts': `import express from 'express';
import { Google, generateCodeVerifier, generateState } from 'arctic';

const google = new Google(process.env.GOOGLE_ID!, process.env.GOOGLE_SECRET!, process.env.GOOGLE_REDIRECT!);
export const app = express();

app.get('/start', (_req, res) => {
  const state = generateState();
  const verifier = generateCodeVerifier();
  res.cookie('state', state, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600_000 });
  res.cookie('verifier', verifier, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600_000 });
  res.json({ url: google.createAuthorizationURL(state, verifier, ['email']).toString() });
});

app.get('/back', async (req, res) => {
  const verifier = req.query.verifier?.toString() ?? null;
  if (!verifier || typeof req.query.state !== 'string' || req.query.state !== req.cookies.state) return res.sendStatus(400);
  const tokens = await google.validateAuthorizationCode(String(req.query.code), verifier);
//                                                                              ^^^^^^^^ origin
  res.json({ scopes: tokens.scopes() });
});
`,
      },
    },
  ],
  good: [
    {
      name: 'the schema of a route says that the cookie must be there',
      dependencies: { lucia: '3.2.2', elysia: '1.2.9', arctic: '2.3.4' },
      files: {
        'src/line.ts': `import { Line } from 'arctic';
import { Elysia, t } from 'elysia';

const line = new Line('id', 'secret', 'https://example.com/line/back');

export const back = new Elysia().get(
  '/line/back',
  async ({ query, cookie, status }) => {
    if (cookie.line_state.value !== query.state) return status(400);
    const tokens = await line.validateAuthorizationCode(query.code, cookie.line_secret.value);
    return { until: tokens.accessTokenExpiresAt() };
  },
  {
    query: t.Object({ code: t.String(), state: t.String() }),
    cookie: t.Cookie({ line_state: t.String(), line_secret: t.String() }),
  },
);
`,
      },
    },
    {
      name: 'whoever gives a helper the verifier has asked for it',
      dependencies: { lucia: '3.2.2', express: '4.21.0', arctic: '1.9.2' },
      files: {
        'src/ways/line.ts': `import { Line } from 'arctic';

const line = new Line('id', 'secret', 'https://example.com/line/back');

export const byLine = (sent: { code: string; proof: string }) =>
  line.validateAuthorizationCode(sent.code, sent.proof);
`,
        'src/ways/index.ts': `import type { LineTokens } from 'arctic';
import { byLine } from './line';

export const ways: Record<string, (sent: { code: string; proof: string }) => Promise<LineTokens>> = { line: byLine };
`,
        'src/back.ts': `import type { Request, Response } from 'express';
import { ways } from './ways';

export async function back(req: Request, res: Response) {
  const { kept, proof } = req.cookies;
  if (!kept || !proof || kept !== req.query.state) return res.sendStatus(400);
  const tokens = await ways[req.params.way]({ code: String(req.query.code), proof });
  res.json({ until: tokens.accessTokenExpiresAt });
}
`,
      },
    },
    {
      name: 'the verifier from the cookie',
      dependencies: next,
      files: {
        'app/callback/route.ts': callback(`  const tokens = await google.validateAuthorizationCode(code, verifier);`),
      },
    },
    {
      name: 'made for each sign-in',
      dependencies: kit,
      files: {
        'src/routes/login/+server.ts': `import { generateCodeVerifier, generateState, Google } from 'arctic';
import { redirect } from '@sveltejs/kit';

${google}

export const GET = ({ cookies }) => {
  const verifier = generateCodeVerifier();
  cookies.set('v', verifier, { path: '/', maxAge: 600 });
  redirect(302, google.createAuthorizationURL(generateState(), verifier, []).toString());
};
`,
      },
    },
    {
      name: 'made by a helper',
      dependencies: express,
      files: {
        'src/app.ts': `import { generateCodeVerifier, generateState, Google } from 'arctic';
import express from 'express';

${google}
const fresh = () => ({ state: generateState(), verifier: generateCodeVerifier() });
const app = express();

app.get('/login', (_req, res) => {
  const { state, verifier } = fresh();
  res.redirect(google.createAuthorizationURL(state, verifier, ['openid']).toString());
});
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'an address without a client, with a verifier for each sign-in',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/start.ts': `import { createHash, randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';

export function start(_req: Request, res: Response) {
  const mark = randomBytes(18).toString('hex');
  const proof = randomBytes(32).toString('base64url');
  res.cookie('proof', proof, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600_000 });
  const to = new URL('https://id.example/authorize');
  to.searchParams.set('client_id', 'shop');
  to.searchParams.set('response_type', 'code');
  to.searchParams.set('state', mark);
  to.searchParams.set('code_challenge', createHash('sha256').update(proof).digest('base64url'));
  res.cookie('mark', mark, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600_000 });
  res.redirect(to.href);
}
`,
      },
    },
    {
      name: 'one of several clients that cannot be seen, with and without a verifier',
      dependencies: kit,
      files: {
        'src/routes/[name]/+server.ts': `import { generateCodeVerifier, generateState } from 'arctic';
import { chosen, clients } from '$lib/server/clients';

export const GET = ({ cookies, params }) => {
  const state = generateState();
  const secret = generateCodeVerifier();
  cookies.set('state', state, { path: '/', maxAge: 600 });
  cookies.set('kept', JSON.stringify({ secret }), { path: '/', maxAge: 600 });
  const address = params.name === 'okta'
    ? clients[params.name].createAuthorizationURL(state, secret, ['openid'])
    : clients[params.name].createAuthorizationURL(state, ['user:email']);
  return Response.redirect(address);
};

export const POST = async ({ cookies, url }) => {
  const kept = cookies.get('state');
  if (!kept || kept !== url.searchParams.get('state')) return new Response(null, { status: 400 });
  const code = url.searchParams.get('code')!;
  const secret = cookies.get('secret');
  const tokens = secret
    ? await chosen.validateAuthorizationCode(code, secret)
    : await chosen.validateAuthorizationCode(code);
  return Response.json({ until: tokens.accessTokenExpiresAt() });
};
`,
      },
    },
    {
      name: 'the frontmatter of an Astro page runs for each request',
      dependencies: { lucia: '3.2.2', astro: '5.0.0', arctic: '3.7.0' },
      files: {
        'src/pages/start.astro': `---
import { generateCodeVerifier, generateState, Line } from 'arctic';

const line = new Line('id', 'secret', 'https://example.com/line/back');
const state = generateState();
const secret = generateCodeVerifier();
const options = { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600 } as const;
Astro.cookies.set('state', state, options);
Astro.cookies.set('secret', secret, options);
return Astro.redirect(line.createAuthorizationURL(state, secret, ['openid']).href);
---
`,
      },
    },
    {
      name: 'GitHub knows no PKCE in arctic',
      dependencies: express,
      files: {
        'src/app.ts': `import { generateState, GitHub } from 'arctic';
import express from 'express';

const github = new GitHub('id', 'secret', null);
const app = express();

app.get('/login', (_req, res) => res.redirect(github.createAuthorizationURL(generateState(), []).toString()));
`,
      },
    },
    {
      name: 'optional for Discord',
      dependencies: express,
      files: {
        'src/app.ts': `import { Discord, generateState } from 'arctic';
import express from 'express';

const discord = new Discord('id', 'secret', 'https://example.com/callback');
const app = express();

app.get('/login', (_req, res) => res.redirect(discord.createAuthorizationURL(generateState(), null, ['identify']).toString()));
`,
      },
    },
    {
      name: "a client of the project's own",
      dependencies: express,
      files: {
        'src/app.ts': `class Google {
  createAuthorizationURL(state: string): URL {
    return new URL('https://example.com/?state=' + state);
  }
}

export const start = () => new Google().createAuthorizationURL('x');
`,
      },
    },
    {
      name: 'arguments that are spread',
      dependencies: kit,
      files: {
        'src/lib/oauth.ts': `import { Google } from 'arctic';

${google}

export const start = (...args: Parameters<typeof google.createAuthorizationURL>) => google.createAuthorizationURL(...args);
`,
      },
    },
    {
      name: 'a helper that asks for all cookies',
      dependencies: { lucia: '3.2.2', arctic: '3.7.0', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/login/google/callback/+server.ts': `import { error } from '@sveltejs/kit';
import { Google } from 'arctic';
import { present } from '$lib/present';
import { signIn } from '$lib/server/sign-in';

const google = new Google(process.env.GOOGLE_ID!, process.env.GOOGLE_SECRET!, process.env.GOOGLE_REDIRECT!);

export const GET = async ({ url, cookies }) => {
  const code = url.searchParams.get('code');
  const state = cookies.get('google_state');
  const verifier = cookies.get('google_verifier');
  if (!present(code, state, verifier) || state !== url.searchParams.get('state')) error(400);
  const tokens = await google.validateAuthorizationCode(code!, verifier!);
  return signIn(cookies, tokens.accessToken());
};
`,
        'src/lib/present.ts': `export const present = (...values: unknown[]): boolean => values.every((value) => value !== null && value !== undefined);
`,
      },
    },
    {
      name: 'an app with verifiers of its own',
      dependencies: { lucia: '3.2.2', arctic: '3.7.0', express: '4.21.0' },
      files: {
        'src/app.ts': `import express from 'express';
import { Google, generateCodeVerifier, generateState } from 'arctic';

const google = new Google(process.env.GOOGLE_ID!, process.env.GOOGLE_SECRET!, process.env.GOOGLE_REDIRECT!);
export const app = express();

app.get('/back', async (req, res) => {
  const verifier = req.query.verifier?.toString() ?? null;
  if (!verifier || typeof req.query.state !== 'string' || req.query.state !== req.cookies.state) return res.sendStatus(400);
  const tokens = await google.validateAuthorizationCode(String(req.query.code), verifier);
  res.json({ scopes: tokens.scopes() });
});
`,
      },
    },
  ],
};

export default examples;
