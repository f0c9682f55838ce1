import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'fail() without return',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/routes/notes/+page.server.ts': `import { fail } from '@sveltejs/kit';
import { removeNote } from '$lib/server/notes';

export const actions = {
  remove: async ({ locals, request }) => {
    if (!locals.user) {
      // not signed in
      fail(401, { message: 'Sign in first' });
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ return
    }
    const form = await request.formData();
    await removeNote(String(form.get('id')));
  },
};
`,
      },
      fixed: {
        'src/routes/notes/+page.server.ts': `import { fail } from '@sveltejs/kit';
import { removeNote } from '$lib/server/notes';

export const actions = {
  remove: async ({ locals, request }) => {
    if (!locals.user) {
      // not signed in
      return fail(401, { message: 'Sign in first' });
    }
    const form = await request.formData();
    await removeNote(String(form.get('id')));
  },
};
`,
      },
    },
    {
      name: 'a Response that nobody gets',
      dependencies: { lucia: '3.2.2', next: '14.2.35' },
      files: {
        'app/api/notes/route.ts': `import { NextResponse } from 'next/server';
import { viewer } from '../../../lib/viewer';
import { wipe } from '../../../lib/notes';

export async function DELETE() {
  const { user } = await viewer();
  if (!user) NextResponse.json({ error: 'no' }, { status: 401 });
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ return
  if (user?.role !== 'admin') new Response(null, { status: 403 });
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ return
  await wipe();
  return NextResponse.json({ ok: true });
}
`,
      },
      fixed: {
        'app/api/notes/route.ts': `import { NextResponse } from 'next/server';
import { viewer } from '../../../lib/viewer';
import { wipe } from '../../../lib/notes';

export async function DELETE() {
  const { user } = await viewer();
  if (!user) return NextResponse.json({ error: 'no' }, { status: 401 });
  if (user?.role !== 'admin') new Response(null, { status: 403 });
  await wipe();
  return NextResponse.json({ ok: true });
}
`,
      },
    },
    {
      name: 'a status without an end',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/orders.ts': `import type { Request, Response } from 'express';
import { cancel } from './store';

export async function cancelOrder(req: Request, res: Response) {
  if (res.locals.user.id !== req.params.owner) {
    res.status(403);
//  ^^^^^^^^^^^^^^^ return
  }
  await cancel(req.params.id);
  res.json({ ok: true });
}
`,
      },
      fixed: {
        'src/orders.ts': `import type { Request, Response } from 'express';
import { cancel } from './store';

export async function cancelOrder(req: Request, res: Response) {
  if (res.locals.user.id !== req.params.owner) {
    return res.status(403).end();
  }
  await cancel(req.params.id);
  res.json({ ok: true });
}
`,
      },
    },
    {
      name: 'an error that is not thrown',
      dependencies: { lucia: '3.2.2', nuxt: '3.13.0', h3: '1.12.0' },
      files: {
        'server/api/notes.delete.ts': `import { wipe } from '../notes';

export default defineEventHandler(async (event) => {
  if (!event.context.user) createError({ statusCode: 401, statusMessage: 'Sign in first' });
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ throw
  await wipe();
  return { ok: true };
});
`,
      },
      fixed: {
        'server/api/notes.delete.ts': `import { wipe } from '../notes';

export default defineEventHandler(async (event) => {
  if (!event.context.user) throw createError({ statusCode: 401, statusMessage: 'Sign in first' });
  await wipe();
  return { ok: true };
});
`,
      },
    },
    {
      name: 'Hono and its exception',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/routes.ts': `import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { wipe } from './notes';

export const app = new Hono();

app.delete('/notes', async (c) => {
  const user = c.get('user') as { role: string } | undefined;
  if (!user) {
    c.json({ error: 'no' }, 401);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ return
  }
  if (user.role !== 'admin') {
    new HTTPException(403);
//  ^^^^^^^^^^^^^^^^^^^^^^ throw
  }
  await wipe();
  return c.json({ ok: true });
});
`,
      },
    },
    {
      name: 'the answer of an own helper',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/answers.ts': `export const forbidden = () => new Response('Forbidden', { status: 403 });
`,
        'app/api/members/route.ts': `import { forbidden } from '../../../lib/answers';
import { members } from '../../../lib/members';
import { validateRequest } from '../../../lib/session';

export async function GET() {
  const { user } = await validateRequest();
  if (user?.role !== 'admin') forbidden();
//                            ^^^^^^^^^^^ return
  return Response.json(await members());
}
`,
      },
      fixed: {
        'app/api/members/route.ts': `import { forbidden } from '../../../lib/answers';
import { members } from '../../../lib/members';
import { validateRequest } from '../../../lib/session';

export async function GET() {
  const { user } = await validateRequest();
  if (user?.role !== 'admin') return forbidden();
  return Response.json(await members());
}
`,
      },
    },
    {
      name: 'a case of a switch',
      dependencies: { lucia: '3.2.2', next: '14.2.35' },
      files: {
        'app/api/stock/route.ts': `import { NextResponse } from 'next/server';
import { viewer } from '../../../lib/viewer';
import { setStock } from '../../../lib/stock';

export async function PUT(request: Request) {
  const { user } = await viewer();
  switch (user?.role) {
    case 'keeper':
      break;
    case 'guest':
      NextResponse.json({ error: 'Guests may look only' }, { status: 403 });
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ return
      break;
    default:
      return NextResponse.json({ error: 'Sign in' }, { status: 401 });
  }
  await setStock(await request.json());
  return NextResponse.json({ ok: true });
}
`,
      },
      fixed: {
        'app/api/stock/route.ts': `import { NextResponse } from 'next/server';
import { viewer } from '../../../lib/viewer';
import { setStock } from '../../../lib/stock';

export async function PUT(request: Request) {
  const { user } = await viewer();
  switch (user?.role) {
    case 'keeper':
      break;
    case 'guest':
      return NextResponse.json({ error: 'Guests may look only' }, { status: 403 });
      break;
    default:
      return NextResponse.json({ error: 'Sign in' }, { status: 401 });
  }
  await setStock(await request.json());
  return NextResponse.json({ ok: true });
}
`,
      },
    },
    {
      name: 'a redirect in the frontmatter of a page',
      dependencies: { lucia: '3.2.2', astro: '4.15.0' },
      files: {
        'src/pages/ledger.astro': `---
import { lines } from '../ledger';

const { user } = Astro.locals;
if (!user) {
  Astro.redirect('/login');
//^^^^^^^^^^^^^^^^^^^^^^^^ return
}
const rows = await lines();
---

<table>{rows.map((row) => <tr><td>{row.text}</td></tr>)}</table>
`,
      },
      fixed: {
        'src/pages/ledger.astro': `---
import { lines } from '../ledger';

const { user } = Astro.locals;
if (!user) {
  return Astro.redirect('/login');
}
const rows = await lines();
---

<table>{rows.map((row) => <tr><td>{row.text}</td></tr>)}</table>
`,
      },
    },
    {
      name: 'a refusal in a catch clause of Hono',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/join.ts': `import { Hono } from 'hono';
import { members } from './members';

export const join = new Hono();

join.post('/', async (ctx) => {
  const form = await ctx.req.parseBody();
  if (typeof form.email !== 'string') ctx.json({ error: 'Give an address' }, 422);
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ return
  try {
    await members.add(form.email);
    return ctx.redirect('/welcome');
  } catch {
    ctx.json({ error: 'Somebody has that address' }, 409);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ lost
  }
});
`,
      },
    },
    {
      name: 'what was sent is turned down, and stored all the same',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'sveltekit-superforms': '2.19.0' },
      files: {
        'src/routes/account/phone/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { fail, superValidate } from 'sveltekit-superforms';
import { zod } from 'sveltekit-superforms/adapters';
import { phoneSchema } from '$lib/schemas';
import { setPhone } from '$lib/server/accounts';

export const actions = {
  default: async ({ locals, request }) => {
    if (!locals.user) redirect(303, '/login');
    const form = await superValidate(request, zod(phoneSchema));
    if (!form.valid) {
      fail(400, { form });
//    ^^^^^^^^^^^^^^^^^^^ return
    }
    await setPhone(locals.user.id, form.data.phone);
    return { form };
  },
};
`,
      },
    },
    {
      name: 'json() of SvelteKit for visitors',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/api/quota/+server.ts': `import { json } from '@sveltejs/kit';
import { quotaOf } from '$lib/server/quota';

export async function GET({ locals, params }) {
  if (!locals.session) json({ left: 0 });
//                     ^^^^^^^^^^^^^^^^^ return
  const quota = await quotaOf(params.team);
  return json({ left: quota.left });
}
`,
      },
    },
    {
      name: 'a pair of error and value that is made and dropped',
      dependencies: { lucia: '3.2.2', '@trpc/server': '10.45.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/crew.ts': `import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { crew } from './schema';
import { lucia } from './lucia';

const denied = () => new TRPCError({ code: 'FORBIDDEN' });

export async function dismiss(sessionId: string, memberId: string) {
  const { user } = await lucia.validateSession(sessionId);
  if (!user) {
    [new TRPCError({ code: 'UNAUTHORIZED' }), null] as const;
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ return
  } else if (!user.isCaptain) {
    [denied(), null];
//  ^^^^^^^^^^^^^^^^ return
  }
  const gone = await db.delete(crew).where(eq(crew.id, memberId)).returning();
  return [null, gone] as const;
}
`,
      },
    },
    {
      name: 'an error that h3 sends while the login goes on',
      dependencies: { lucia: '3.2.2', nitropack: '2.9.0', h3: '1.12.0', '@node-rs/argon2': '1.8.3' },
      files: {
        'server/api/enter.post.ts': `import { verify } from '@node-rs/argon2';
import { createError, sendError } from 'h3';
import { lucia } from '../lucia';
import { keepers } from '../keepers';

export default defineEventHandler(async (event) => {
  const { name, password } = await readBody(event);
  const keeper = await keepers.byName(name);
  if (!(await verify(keeper.hash, password))) {
    sendError(event, createError('Wrong name or password'));
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ return
  }
  const session = await lucia.createSession(keeper.id, {});
  appendHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
});
`,
      },
    },
    {
      name: 'what a check gives back is not looked at',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/checks.ts': `import type { Context } from 'hono';

export async function mustOwn(id: string, c: Context) {
  const user = c.get('user');
  if (!user) {
    console.error('nobody is signed in');
    return c.json({ error: 'sign in' }, 401);
  }
  if (user.id !== id) return c.json({ error: 'not yours' }, 403);
}
`,
        'src/boats.ts': `import { Hono } from 'hono';
import { eq } from 'drizzle-orm';
import { mustOwn } from './checks';
import { db } from './db';
import { boats } from './schema';

export const boatRoutes = new Hono();

boatRoutes.post('/:owner/sink', async (c) => {
  await mustOwn(c.req.param('owner'), c);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ guard
  await db.delete(boats).where(eq(boats.ownerId, c.req.param('owner')));
  return c.json({ ok: true });
});
`,
      },
    },
  ],
  good: [
    {
      name: 'returned and thrown',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/routes/notes/+page.server.ts': `import { error, fail, redirect } from '@sveltejs/kit';
import { removeNote } from '$lib/server/notes';

export const load = async ({ locals }) => {
  if (!locals.user) redirect(302, '/login');
  if (locals.user.banned) error(403);
  return {};
};

export const actions = {
  remove: async ({ locals }) => {
    if (!locals.user) return fail(401);
    await removeNote(locals.user.id);
  },
};
`,
      },
    },
    {
      name: 'sent, then returned',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/orders.ts': `import type { Request, Response } from 'express';
import { cancel } from './store';

export async function cancelOrder(req: Request, res: Response) {
  if (!res.locals.user) {
    res.status(401);
    res.json({ error: 'no' });
    return;
  }
  await cancel(req.params.id);
  res.json({ ok: true });
}
`,
      },
    },
    {
      name: 'thrown in a procedure',
      dependencies: { lucia: '3.2.2', '@trpc/server': '10.45.0' },
      files: {
        'src/posts.ts': `import { TRPCError } from '@trpc/server';
import { procedure, router } from './trpc';
import { wipe } from './store';

export const posts = router({
  wipe: procedure.mutation(async ({ ctx }) => {
    if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
    await wipe(ctx.user.id);
  }),
});
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'the branch returns, and only errors reach the catch clause',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/orders.ts': `import type { NextFunction, Request, Response } from 'express';
import { cancel } from './store';

export async function cancelOrder(req: Request, res: Response, next: NextFunction) {
  try {
    if (!res.locals.user) {
      res.status(401).json({ error: 'no' });
      return;
    }
    await cancel(req.params.id);
    res.json({ ok: true });
  } catch (error) {
    next(error);
  }
}
`,
      },
    },
    {
      name: 'the other branch does the work',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/orders.ts': `import type { Request, Response } from 'express';
import { cancel } from './store';

export async function cancelOrder(req: Request, res: Response) {
  if (!res.locals.user) {
    res.status(401).json({ error: 'no' });
  } else {
    await cancel(req.params.id);
    res.json({ ok: true });
  }
}
`,
      },
    },
    {
      name: 'redirect() of SvelteKit 2 throws by itself',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/routes/+page.server.ts': `import { error, redirect } from '@sveltejs/kit';
import { list } from '$lib/server/notes';

export const load = async ({ locals }) => {
  if (!locals.user) redirect(303, '/login');
  if (locals.user.role !== 'admin') error(403, 'Admins only');
  return { notes: await list() };
};
`,
      },
    },
    {
      name: 'an own function that throws',
      dependencies: { lucia: '3.2.2', nuxt: '3.13.0', h3: '1.12.0' },
      files: {
        'server/utils/deny.ts': `export function deny(status: number): never {
  throw createError({ statusCode: status });
}
`,
        'server/api/notes.delete.ts': `import { wipe } from '../notes';

export default defineEventHandler(async (event) => {
  if (!event.context.user) deny(401);
  await wipe();
});
`,
      },
    },
    {
      name: 'a status that is set for the answer that follows',
      dependencies: { lucia: '3.2.2', fastify: '4.28.0' },
      files: {
        'src/me.ts': `import type { FastifyReply, FastifyRequest } from 'fastify';

export async function me(request: FastifyRequest, reply: FastifyReply) {
  if (!request.user) {
    reply.code(401);
    return { error: 'no' };
  }
  return { name: request.user.id };
}
`,
      },
    },
    {
      name: 'an answer with another status',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/poll.ts': `import { Hono } from 'hono';

export const app = new Hono();

app.get('/poll', async (c) => {
  if (c.req.query('slow')) {
    c.status(202);
  }
  return c.json({ ok: true });
});
`,
      },
    },
    {
      name: 'a switch over what went wrong that ends the handler',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/errors.ts': `import type { ErrorRequestHandler } from 'express';

export const onError: ErrorRequestHandler = (error, req, res, next) => {
  switch (error.code) {
    case 'NOT_ALLOWED':
      res.status(403).json({ error: 'Not allowed' });
      break;
    case 'NO_SESSION':
      res.status(401).json({ error: 'Sign in' });
      break;
    default:
      next(error);
  }
};
`,
      },
    },
    {
      name: 'an answer of Hono that is kept for later',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/join.ts': `import { Hono } from 'hono';
import { members } from './members';

export const join = new Hono();

join.post('/', async (ctx) => {
  let answer = ctx.json({ joined: true });
  try {
    await members.add(String((await ctx.req.parseBody()).email));
  } catch {
    answer = ctx.json({ error: 'Somebody has that address' }, 409);
    ctx.status(409);
  }
  return answer;
});
`,
      },
    },
    {
      name: 'an answer with status 404 that ends the handler in any case',
      dependencies: { lucia: '3.2.2', next: '14.2.35' },
      files: {
        'app/api/stamps/route.ts': `import { NextResponse } from 'next/server';
import { stampsOf } from '../../../lib/stamps';

export async function GET(request: Request) {
  const stamps = await stampsOf(request.url);
  if (stamps.length) {
    return NextResponse.json(stamps);
  } else {
    NextResponse.json({ error: 'none' }, { status: 404 });
  }
}
`,
      },
    },
    {
      name: 'pairs of error and value that are returned or kept',
      dependencies: { lucia: '3.2.2', '@trpc/server': '10.45.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/crew.ts': `import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import { db } from './db';
import { crew } from './schema';
import { lucia } from './lucia';

export async function dismiss(sessionId: string, memberId: string) {
  const { user } = await lucia.validateSession(sessionId);
  let answer;
  if (!user) return [new TRPCError({ code: 'UNAUTHORIZED' }), null] as const;
  if (!user.isCaptain) {
    answer = [new TRPCError({ code: 'FORBIDDEN' }), null] as const;
  } else {
    answer = [null, await db.delete(crew).where(eq(crew.id, memberId)).returning()] as const;
  }
  return answer;
}
`,
      },
    },
    {
      name: 'an error that h3 sends as the last thing',
      dependencies: { lucia: '3.2.2', nitropack: '2.9.0', h3: '1.12.0' },
      files: {
        'server/api/lamps.post.ts': `import { createError, sendError } from 'h3';
import { lamps } from '../lamps';

export default defineEventHandler(async (event) => {
  try {
    if (event.context.user) return await lamps.light(await readBody(event));
    sendError(event, createError({ statusCode: 401 }));
  } catch (problem) {
    sendError(event, problem as Error);
  }
});
`,
      },
    },
    {
      name: 'what a check gives back is returned, or is all that there is to do',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/checks.ts': `import type { Context } from 'hono';

export async function mustOwn(id: string, c: Context) {
  const user = c.get('user');
  if (!user) {
    console.error('nobody is signed in');
    return c.json({ error: 'sign in' }, 401);
  }
  if (user.id !== id) return c.json({ error: 'not yours' }, 403);
}
`,
        'src/boats.ts': `import { Hono } from 'hono';
import { eq } from 'drizzle-orm';
import { mustOwn } from './checks';
import { db } from './db';
import { boats } from './schema';

export const boatRoutes = new Hono();

async function logged(id: string): Promise<Response | undefined> {
  if (id === 'ghost') return new Response(null, { status: 204 });
  console.log('sinking', id);
}

boatRoutes.post('/:owner/sink', async (c) => {
  const denied = await mustOwn(c.req.param('owner'), c);
  if (denied) return denied;
  await logged(c.req.param('owner'));
  await db.delete(boats).where(eq(boats.ownerId, c.req.param('owner')));
  return c.json({ ok: true });
});

boatRoutes.get('/:owner/check', async (c) => {
  await mustOwn(c.req.param('owner'), c);
});
`,
      },
    },
  ],
};

export default examples;
