import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'a base that the query names',
      dependencies: { lucia: '3.2.2', hono: '4.4.0' },
      files: {
        'src/go.ts': `import { Hono } from 'hono';

export const go = new Hono();

go.get('/go', (c) => {
  const site = c.req.query('site') ?? c.req.url;
  return c.redirect(new URL('/start', site).href);
  //                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ open
});
`,
      },
    },
    {
      name: 'a host that is put together with a scheme',
      dependencies: { lucia: '3.2.2', hono: '4.4.0' },
      files: {
        'src/go.ts': `import { Hono } from 'hono';

export const go = new Hono();

go.get('/go', (c) => {
  const shop = c.req.query('shop');
  return c.redirect('https://' + shop + '/cart');
  //                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ open
});
`,
      },
    },
    {
      name: 'a field of an object that a helper makes of the form',
      dependencies: { lucia: '3.2.2', '@remix-run/node': '2.15.0' },
      files: {
        'app/lib/form.ts': `const KNOWN = ['/inbox', '/profile'];

export async function signInForm(request: Request) {
  const fields = await request.formData();
  const after = String(fields.get('after'));
  return { name: String(fields.get('name')), after: after };
}
`,
        'app/routes/sign-in.tsx': `import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { signInForm } from '../lib/form';

export async function action({ request }: ActionFunctionArgs) {
  const { after } = await signInForm(request);
  return redirect(after);
  //              ^^^^^ open
}
`,
      },
    },
    {
      name: 'a target that travels in the state, and one of which only the length is looked at',
      dependencies: { lucia: '3.2.2', arctic: '1.9.2', hono: '4.6.0' },
      files: {
        'src/callback.ts': `import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { github } from './github';
import { backTo } from './back-to';

export const callback = new Hono();
callback.get('/callback', async (c) => {
  const { code = '', state = '' } = c.req.query();
  const [nonce] = state.split('~');
  if (!nonce || nonce !== getCookie(c, 'nonce')) return c.text('Bad request', 400);
  await github.validateAuthorizationCode(code);
  const goal = backTo(state) ?? '/';
  return c.redirect(goal);
//                  ^^^^ open
});
callback.get('/skip', (c) => {
  const goal = c.req.query('to');
  if (goal === undefined || goal.length > 200) return c.redirect('/');
  return c.redirect(goal);
//                  ^^^^ open
});
`,
        'src/back-to.ts': `export function backTo(state: string): string | null {
  const [, packed] = state.split('~');
  return packed && packed.length > 0 ? atob(packed) : null;
}
`,
        'src/github.ts': `import { GitHub } from 'arctic';

export const github = new GitHub(process.env.GITHUB_ID!, process.env.GITHUB_SECRET!);
`,
      },
    },
    {
      name: 'a helper that looks for a slash',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/login.ts': `import { Router } from 'express';
import { landing } from './landing';

export const login = Router();
login.post('/login', (req, res) => {
  res.redirect(303, landing(req.body.back));
//                  ^^^^^^^^^^^^^^^^^^^^^^ slash
});
`,
        'src/landing.ts': `export function landing(path: unknown) {
  if (typeof path !== 'string' || path.length === 0) return '/desk';
  return path.startsWith('/') ? path : '/desk';
}
`,
      },
    },
    {
      name: 'the query names where to go after login',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/login/callback/route.ts': `import { NextResponse } from 'next/server';
import { finishLogin } from '../../../lib/login';

export async function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  await finishLogin(searchParams.get('code'));
  const next = searchParams.get('next') ?? '/';
  return NextResponse.redirect(new URL(next, request.url));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ open
}
`,
      },
      fixed: {
        'app/login/callback/route.ts': `import { NextResponse } from 'next/server';
import { finishLogin } from '../../../lib/login';

export async function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  await finishLogin(searchParams.get('code'));
  const next = searchParams.get('next') ?? '/';
  return NextResponse.redirect(new URL(safePath(next), request.url));
}

/** A path of this site as it is, anything else as the start page. */
function safePath(value: unknown): string {
  return typeof value === 'string' && /^\\/(?![/\\\\])[^\\s\\\\]*$/.test(value) ? value : '/';
}
`,
      },
    },
    {
      name: 'a leading slash is not enough',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/login.ts': `import { Router } from 'express';

export const login = Router();
login.post('/login', async (req, res) => {
  const target = String(req.query.returnTo ?? '/');
  if (!target.startsWith('/')) return res.redirect('/');
  return res.redirect(target);
//                    ^^^^^^ slash
});
`,
      },
      fixed: {
        'src/login.ts': `import { Router } from 'express';

export const login = Router();
login.post('/login', async (req, res) => {
  const target = String(req.query.returnTo ?? '/');
  if (!target.startsWith('/')) return res.redirect('/');
  return res.redirect(safePath(target));
});

/** A path of this site as it is, anything else as the start page. */
function safePath(value: unknown): string {
  return typeof value === 'string' && /^\\/(?![/\\\\])[^\\s\\\\]*$/.test(value) ? value : '/';
}
`,
      },
    },
    {
      name: 'a form field in a SvelteKit action',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/login/+page.server.ts': `import { redirect } from '@sveltejs/kit';

export const actions = {
  default: async ({ request }) => {
    const form = await request.formData();
    const goTo = form.get('redirectTo') as string;
    redirect(303, goTo);
//                ^^^^ open
  },
};
`,
      },
      fixed: {
        'src/routes/login/+page.server.ts': `import { redirect } from '@sveltejs/kit';

export const actions = {
  default: async ({ request }) => {
    const form = await request.formData();
    const goTo = form.get('redirectTo') as string;
    redirect(303, safePath(goTo));
  },
};

/** A path of this site as it is, anything else as the start page. */
function safePath(value: unknown): string {
  return typeof value === 'string' && /^\\/(?![/\\\\])[^\\s\\\\]*$/.test(value) ? value : '/';
}
`,
      },
    },
    {
      name: 'a Location header in Hono',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/app.ts': `import { Hono } from 'hono';

export const app = new Hono();
app.get('/out', (c) => {
  const url = c.req.query('url');
  return c.redirect(url!);
//                  ^^^^ open
});
`,
      },
      fixed: {
        'src/app.ts': `import { Hono } from 'hono';

export const app = new Hono();
app.get('/out', (c) => {
  const url = c.req.query('url');
  return c.redirect(safePath(url!));
});

/** A path of this site as it is, anything else as the start page. */
function safePath(value: unknown): string {
  return typeof value === 'string' && /^\\/(?![/\\\\])[^\\s\\\\]*$/.test(value) ? value : '/';
}
`,
      },
    },
    {
      name: 'a helper that only looks at the type',
      dependencies: { lucia: '3.2.2', '@remix-run/node': '2.17.4' },
      files: {
        'app/target.ts': `export function target(form: FormData) {
  const value = form.get('redirectTo');
  return typeof value === 'string' ? value : '/';
}
`,
        'app/routes/login.tsx': `import { redirect } from '@remix-run/node';
import { signIn } from '../login.server';
import { target } from '../target';

export async function action({ request }: { request: Request }) {
  const form = await request.formData();
  await signIn(form);
  return redirect(target(form));
//                ^^^^^^^^^^^^ open
}
`,
      },
    },
    {
      name: 'a field beside the one that is compared',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/confirm.ts': `import { Hono } from 'hono';
import { lucia } from './auth';
import { pins } from './pins';

export const confirm = new Hono();
confirm.post('/confirm', async (c) => {
  const answer = await c.req.json();
  const account = pins.get(answer.pin);
  if (answer.kind !== 'pin' || !account) return c.text('Wrong pin', 400);
  const session = await lucia.createSession(account, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.redirect(answer.onward);
//                  ^^^^^^^^^^^^^ open
});
`,
      },
    },
    {
      name: 'a cookie in which the query is kept',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/join/+page.server.ts': `export const load = ({ url, cookies }) => {
  cookies.set('after_join', url.searchParams.get('after') ?? '/', { path: '/' });
};
`,
        'src/routes/join/done/+page.server.ts': `import { redirect } from '@sveltejs/kit';

export const load = ({ cookies }) => {
  redirect(302, cookies.get('after_join') ?? '/');
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ open
};
`,
      },
    },
    {
      name: 'the host is put behind the scheme of the request',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/hop/+server.ts': `import { redirect } from '@sveltejs/kit';
import { lucia } from '$lib/auth';

export const GET = async ({ url, cookies }) => {
  const { session } = await lucia.validateSession(cookies.get(lucia.sessionCookieName) ?? '');
  const host = url.searchParams.get('shop');
  if (!host || !session) redirect(303, '/');
  const shop = new URL('/start', \`\${url.protocol}//\${host}\`);
  redirect(303, shop.href);
//              ^^^^^^^^^ open
};
`,
      },
    },
    {
      name: 'an address out of the URL that is handed to a server action',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/session/enter.ts': `'use server';
import { redirect } from 'next/navigation';
import { openSession } from '@/lib/session';

export async function enter(next: string, form: FormData) {
  await openSession(String(form.get('code')));
  redirect(next);
  //       ^^^^ open
}
`,
        'app/enter/page.tsx': `'use client';
import { useSearchParams } from 'next/navigation';
import { enter } from '../session/enter';

export default function Page() {
  const search = useSearchParams();
  return (
    <form action={(form) => enter(search.get('next') ?? '/', form)}>
      <input name="code" />
    </form>
  );
}
`,
      },
    },
    {
      name: 'a variable that is given whatever address was sent',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/app.ts': `import { Hono } from 'hono';

export const app = new Hono().post('/leave', async (c) => {
  const { back } = await c.req.parseBody<{ back?: string }>();
  let goal = '/';
  if (back) goal = back;
  return c.redirect(goal);
  //                ^^^^ open
});
`,
      },
    },
    {
      name: 'a reset that stops too little, and a test after which nothing happens',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/app.ts': `import { Hono } from 'hono';

export const app = new Hono();
app.get('/slash', (c) => {
  let where = c.req.query('where') ?? '/';
  if (!where.startsWith('/')) where = '/';
  return c.redirect(where);
  //                ^^^^^ slash
});
app.get('/empty', (c) => {
  let where = c.req.query('where');
  if (!where || where === '/enter') where = '/';
  return c.redirect(where);
  //                ^^^^^ open
});
app.get('/url', (c) => {
  let where = c.req.query('where') ?? '/';
  try {
    new URL(where);
  } catch {
    where = '/';
  }
  return c.redirect(where);
  //                ^^^^^ open
});
app.get('/told', (c) => {
  let where = c.req.query('where') ?? '/';
  if (!where.startsWith('/') || where.startsWith('//')) console.warn('odd target', where);
  return c.redirect(where);
  //                ^^^^^ open
});
app.get('/again', (c) => {
  const form = { where: '/' };
  if (c.req.query('where')) form.where = c.req.query('where')!.trim();
  return c.redirect(form.where);
  //                ^^^^^^^^^^ open
});
`,
      },
    },
    {
      name: 'by the browser, after the login',
      dependencies: { lucia: '3.2.2', next: '15.2.3', react: '19.0.0' },
      files: {
        'src/app/enter/form.tsx': `'use client';
import { useRouter, useSearchParams } from 'next/navigation';
import { startTransition } from 'react';

export function EnterForm() {
  const router = useRouter();
  const wanted = useSearchParams().get('back');
  const enter = async (form: FormData) => {
    const answer = await fetch('/api/enter', { method: 'POST', body: form });
    if (!answer.ok) return;
    startTransition(() => {
      router.push(wanted || '/shop');
//                ^^^^^^^^^^^^^^^^^ open
      router.refresh();
    });
  };
  return <form action={enter} />;
}
`,
        'src/app/leave/form.tsx': `'use client';

export function LeaveForm() {
  const leave = async () => {
    await fetch('/api/leave', { method: 'POST' });
    const back = new URLSearchParams(window.location.search).get('back');
    if (back) window.location.href = back;
//                                   ^^^^ open
    else window.location.assign('/');
  };
  return <button onClick={leave} />;
}
`,
      },
    },
  ],
  good: [
    {
      name: 'a value that a condition or the cases of a switch have let through',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/enter.ts': `import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';

export const enter = new Hono();
enter.get('/enter', (c) => {
  const wish = getCookie(c, 'wish') ?? '/';
  const goal = /^\\/(?![\\/\\\\])[\\w/-]*$/.test(wish) ? wish : '/';
  return c.redirect(goal);
});
enter.get('/tab', (c) => {
  const tab = c.req.query('tab') ?? '';
  switch (tab) {
    case '/mail':
    case '/tasks':
      return c.redirect(tab);
    default:
      return c.redirect(\`/start?tab=\${encodeURIComponent(tab)}\`);
  }
});
enter.get('/callback', (c) => {
  const { state } = c.req.query();
  if (!state || state !== getCookie(c, 'state')) return c.text('Bad request', 400);
  const [, goal] = state.split('~');
  return c.redirect(goal ?? '/');
});
`,
      },
    },
    {
      name: 'only known paths',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/login.ts': `import { Router } from 'express';

const ALLOWED = ['/', '/inbox', '/settings'];
export const login = Router();
login.post('/login', async (req, res) => {
  const target = String(req.query.returnTo ?? '/');
  if (!ALLOWED.includes(target)) return res.redirect('/');
  return res.redirect(target);
});
`,
      },
    },
    {
      name: 'the origin is compared',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/login/route.ts': `import { NextResponse } from 'next/server';

export async function GET(request: Request) {
  const here = new URL(request.url);
  const next = here.searchParams.get('next') ?? '/';
  const target = new URL(next, here.origin);
  if (target.origin !== here.origin) return NextResponse.redirect(new URL('/', here));
  return NextResponse.redirect(target);
}
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'a helper of another file that compares the origin of what it builds',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/places.ts': `const HOME = process.env.PUBLIC_ORIGIN!;

export function within(raw: string | undefined) {
  try {
    const place = new URL(raw ?? '/', HOME);
    return place.origin === new URL(HOME).origin ? place.href : HOME;
  } catch {
    return HOME;
  }
}

export function pathOnly(raw: string) {
  const place = new URL(raw, HOME);
  if (place.host !== new URL(HOME).host) return '/';
  return place.href;
}
`,
        'src/leave.ts': `import { Hono } from 'hono';
import { lucia } from './auth';
import { pathOnly, within } from './places';

export const leave = new Hono();
leave.post('/leave', async (c) => {
  await lucia.invalidateSession(c.get('session').id);
  return c.redirect(within(c.req.query('then')));
});
leave.post('/leave/:where', async (c) => {
  const { then } = await c.req.parseBody();
  const place = pathOnly(String(then));
  return c.redirect(place);
});
`,
      },
    },
    {
      name: 'a base that is known, and a path of the own address',
      dependencies: { lucia: '3.2.2', hono: '4.4.0' },
      files: {
        'src/go.ts': `import { Hono } from 'hono';

export const go = new Hono();

go.get('/go', (c) => {
  const site = process.env.SITE ?? c.req.url;
  return c.redirect(new URL('/start', site).href);
});
`,
      },
    },
    {
      name: 'a field of an object whose helper looks at the form',
      dependencies: { lucia: '3.2.2', '@remix-run/node': '2.15.0' },
      files: {
        'app/lib/form.ts': `const KNOWN = ['/inbox', '/profile'];

export async function signInForm(request: Request) {
  const fields = await request.formData();
  const after = String(fields.get('after'));
  return { name: String(fields.get('name')), after: KNOWN.includes(after) ? after : '/' };
}
`,
        'app/routes/sign-in.tsx': `import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { signInForm } from '../lib/form';

export async function action({ request }: ActionFunctionArgs) {
  const { after } = await signInForm(request);
  return redirect(after);
}
`,
      },
    },
    {
      name: 'an id in a path of this site',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/posts/actions.ts': `'use server';
import { redirect } from 'next/navigation';

export async function open(form: FormData) {
  const id = form.get('id') as string;
  redirect(\`/posts/\${id}\`);
}
`,
      },
    },
    {
      name: "a fixed path on the request's own host",
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/logout/route.ts': `import { NextResponse } from 'next/server';

export async function POST(request: Request) {
  return NextResponse.redirect(new URL('/login', request.url));
}
`,
      },
    },
    {
      name: "the provider's authorization URL",
      dependencies: { lucia: '3.2.2', arctic: '1.9.2', hono: '4.6.0' },
      files: {
        'src/oauth.ts': `import { GitHub, generateState } from 'arctic';
import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';

const github = new GitHub('id', 'secret');
export const app = new Hono();
app.get('/login/github', async (c) => {
  const state = generateState();
  const url = await github.createAuthorizationURL(state);
  setCookie(c, 'github_oauth_state', state, { path: '/', httpOnly: true, secure: true, maxAge: 600, sameSite: 'Lax' });
  return c.redirect(url.toString());
});
`,
      },
    },
    {
      name: 'both kinds of leading slashes are tested',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/login.ts': `import { Router } from 'express';

export const login = Router();
login.get('/login', (req, res) => {
  const target = String(req.query.returnTo ?? '/');
  if (!target.startsWith('/') || target.startsWith('//') || target.startsWith('/\\\\')) return res.redirect('/');
  return res.redirect(target);
});
`,
      },
    },
    {
      name: 'a helper that keeps to paths of this site',
      dependencies: { lucia: '3.2.2', '@remix-run/node': '2.17.4' },
      files: {
        'app/target.ts': `export function target(form: FormData) {
  const value = form.get('redirectTo');
  return typeof value === 'string' && value.startsWith('/') && !value.startsWith('//') && !value.includes('\\\\') ? value : '/';
}
`,
        'app/routes/login.tsx': `import { redirect } from '@remix-run/node';
import { signIn } from '../login.server';
import { target } from '../target';

export async function action({ request }: { request: Request }) {
  const form = await request.formData();
  await signIn(form);
  return redirect(target(form));
}
`,
      },
    },
    {
      name: 'a cookie into which only paths of this site are put',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/lib/names.ts': `export const VISITED = 'visited';
`,
        'src/hooks.server.ts': `import { redirect } from '@sveltejs/kit';
import { lucia } from './auth';
import { VISITED } from '$lib/names';

export async function handle({ event, resolve }) {
  const id = event.cookies.get(lucia.sessionCookieName);
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  if (!user && event.url.pathname.startsWith('/desk')) {
    event.cookies.set(VISITED, event.url.pathname, { path: '/' });
    redirect(303, '/enter');
  }
  event.locals.user = user;
  return resolve(event);
}
`,
        'src/routes/enter/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { VISITED } from '$lib/names';
import { enter } from './enter';

export const actions = {
  default: async ({ request, cookies }) => {
    await enter(await request.formData(), cookies);
    redirect(303, cookies.get(VISITED) ?? '/desk');
  },
};
`,
      },
    },
    {
      name: 'the host is a setting, behind the scheme of the request',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/hop/+server.ts': `import { redirect } from '@sveltejs/kit';
import { SHOP_HOST } from '$env/static/private';

export const GET = async ({ url, locals }) => {
  if (!locals.session) redirect(303, '/');
  redirect(303, \`\${url.protocol}//\${SHOP_HOST}/start?item=\${url.searchParams.get('item')}\`);
};
`,
      },
    },
    {
      name: 'an address that own code tells a server action',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/session/leave.ts': `'use server';
import { redirect } from 'next/navigation';
import { endSession } from '@/lib/session';

export async function leave(next?: string) {
  await endSession();
  redirect(next ?? '/');
}
`,
        'app/account/menu.tsx': `'use client';
import { usePathname } from 'next/navigation';
import { leave } from '../session/leave';

export function Menu() {
  const here = usePathname();
  return (
    <>
      <button onClick={() => leave(here)}>Sign out</button>
      <button onClick={() => leave('/login?left=1')}>Change account</button>
    </>
  );
}
`,
      },
    },
    {
      name: 'a variable that is given an address of this site only',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/app.ts': `import { Hono } from 'hono';

export const app = new Hono().post('/leave', async (c) => {
  const { back } = await c.req.parseBody<{ back?: string }>();
  const here = new URL(c.req.url);
  let goal = '/';
  if (back && URL.canParse(back, here)) {
    const wanted = new URL(back, here);
    if (wanted.origin === here.origin) goal = wanted.href;
  }
  return c.redirect(goal);
});
`,
      },
    },
    {
      name: 'an address of this site that is put together step by step',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/app.ts': `import { Hono } from 'hono';

export const app = new Hono().get('/search', (c) => {
  const { words, place, sort, page, size, tag } = c.req.query();
  let to = '/find?all=1';
  if (words) to = to + '&words=' + encodeURIComponent(words);
  if (place) to = to + '&place=' + encodeURIComponent(place);
  if (sort) to = to + '&sort=' + encodeURIComponent(sort);
  if (page) to = to + '&page=' + encodeURIComponent(page);
  if (size) to = to + '&size=' + encodeURIComponent(size);
  if (tag) to = to + '&tag=' + encodeURIComponent(tag);
  return c.redirect(to);
});
`,
      },
    },
    {
      name: 'a bad target is replaced by the start page',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/app.ts': `import { Hono } from 'hono';
import { homeUnlessLocal } from './places';

const BASE = process.env.BASE!;
const TABS = ['/mail', '/tasks'];
export const app = new Hono();
app.get('/either', (c) => {
  let where = c.req.query('where') ?? '/';
  if (!where.startsWith('/') || where.startsWith('//')) where = '/';
  return c.redirect(where);
});
app.get('/neither', (c) => {
  let { where } = c.req.query();
  if (!(where && where[0] === '/' && where[1] !== '/')) {
    where = '/';
  }
  return c.redirect(where);
});
app.get('/nested', (c) => {
  let where = c.req.query('where');
  if (where) {
    if (!where.startsWith('/')) where = '/';
    else if (where.slice(0, 2) === '//') where = '/';
  } else where = '/';
  return c.redirect(\`\${where}?seen=1\`);
});
app.get('/again', (c) => {
  let where = c.req.query('where') ?? '/';
  const isLocal = where.startsWith('/') && !where.startsWith('//');
  where = isLocal ? where : '/';
  return c.redirect(where);
});
app.get('/listed', (c) => {
  let where = c.req.query('where') ?? '/';
  if (!TABS.includes(where)) where = '/';
  return c.redirect(where);
});
app.get('/some', (c) => {
  let where = c.req.query('where') ?? '/';
  if (where !== '/mail' && where !== '/tasks' && !TABS.some((tab) => where.startsWith(tab))) where = '/';
  return c.redirect(where);
});
app.get('/index', (c) => {
  const where = c.req.query('where') ?? '/';
  if (TABS.indexOf(where) === -1) return c.redirect('/');
  return c.redirect(where);
});
app.get('/switch', (c) => {
  let where = c.req.query('where') ?? '/';
  switch (where) {
    case '/mail':
    case '/tasks':
      break;
    default:
      where = '/';
  }
  return c.redirect(where);
});
app.get('/origin', (c) => {
  let where = c.req.query('where') ?? '/';
  try {
    if (new URL(where, BASE).origin !== BASE) where = '/';
  } catch {
    where = '/';
  }
  return c.redirect(where);
});
app.get('/url', (c) => {
  let there = new URL(c.req.query('where') ?? '/', BASE);
  if (there.origin !== BASE) there = new URL('/', BASE);
  return c.redirect(there.href);
});
app.get('/field', (c) => {
  const form = { where: c.req.query('where') ?? '/', kind: 'link' };
  if (!form.where.startsWith('/') || form.where.startsWith('//')) form.where = '/';
  return c.redirect(form.where);
});
app.get('/helper', (c) => c.redirect(homeUnlessLocal(c.req.query('where'))));
app.get('/two', (c) => {
  const where = c.req.query('where') ?? '/';
  if (where === '/mail' || where === '/tasks') return c.redirect(where);
  return c.redirect((where.startsWith('/') && !where.startsWith('//') && where) || '/');
});
`,
        'src/places.ts': `export function homeUnlessLocal(path = '/') {
  if (!path.startsWith('/') || path.startsWith('//')) path = '/';
  return path;
}
`,
      },
    },
    {
      name: 'in the browser, to paths of this site and to filters of this page',
      dependencies: { lucia: '3.2.2', next: '15.2.3', react: '19.0.0' },
      files: {
        'src/app/enter/form.tsx': `'use client';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';

export function EnterForm() {
  const router = useRouter();
  const pathname = usePathname();
  const search = useSearchParams();
  const wanted = search.get('back');
  const enter = async (form: FormData) => {
    const answer = await fetch('/api/enter', { method: 'POST', body: form });
    const { next } = await answer.json();
    if (next) router.push(next);
    else if (wanted && /^\\/(?![\\/\\\\])/.test(wanted)) router.push(wanted);
    else router.replace(\`\${pathname}?tab=\${search.get('tab')}\`);
  };
  const pages: string[] = [];
  pages.push(search.get('page') ?? '1');
  const location = { href: '' };
  location.href = search.get('place') ?? '';
  return <form action={enter} data-pages={pages.length} data-place={location.href} />;
}
`,
        'src/app/page/links.tsx': `'use client';
import { useSearchParams } from 'next/navigation';
import { useRouter } from '../../i18n/routing';

export function Links() {
  const router = useRouter();
  const search = useSearchParams();
  return <button onClick={() => router.push(search.get('section') ?? '/')} />;
}
`,
      },
    },
  ],
};

export default examples;
