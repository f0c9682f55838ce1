import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'only middleware validates',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'middleware.ts': `import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';
import { lucia } from './lib/auth';

export async function middleware(request: NextRequest) {
  const id = request.cookies.get(lucia.sessionCookieName)?.value ?? '';
  const { session } = await lucia.validateSession(id);
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^ only
  if (!session) return NextResponse.redirect(new URL('/login', request.url));
  return NextResponse.next();
}
export const config = { runtime: 'nodejs' };
`,
        'app/orders/page.tsx': `import { prisma } from '../../lib/prisma';

export default async function OrdersPage() {
  const orders = await prisma.order.findMany({ select: { id: true } });
  return <pre>{JSON.stringify(orders)}</pre>;
}
`,
      },
    },
    {
      name: 'the route takes the user from a header that middleware sets',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'middleware.ts': `import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';
import { lucia } from './lib/auth';

export async function middleware(request: NextRequest) {
  const { user } = await lucia.validateSession(request.cookies.get(lucia.sessionCookieName)?.value ?? '');
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ only
  if (!user) return new NextResponse(null, { status: 401 });
  const headers = new Headers(request.headers);
  headers.set('x-member-id', user.id);
  return NextResponse.next({ request: { headers } });
}
export const config = { runtime: 'nodejs', matcher: '/api/receipts' };
`,
        'app/api/receipts/route.ts': `import { prisma } from '../../../lib/prisma';

export async function GET(request: Request) {
  const memberId = request.headers.get('x-member-id') ?? '';
  return Response.json(await prisma.receipt.findMany({ where: { memberId }, select: { id: true } }));
}
`,
      },
    },
    {
      name: 'in a version of Next whose middleware can be skipped',
      dependencies: { lucia: '3.2.2', next: '14.2.10' },
      files: {
        'src/middleware.ts': `import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';

export function middleware(request: NextRequest) {
//              ^^^^^^^^^^ bypass
  if (!request.cookies.get('auth_session')?.value) return NextResponse.redirect(new URL('/login', request.url));
  return NextResponse.next();
}
`,
        'src/app/api/orders/route.ts': `import { prisma } from '../../../lib/prisma';

export async function GET() {
  return Response.json(await prisma.order.findMany({ select: { id: true } }));
}
`,
      },
    },
    {
      name: 'a page of the pages router says nothing of who may see it',
      dependencies: { lucia: '3.2.2', next: '16.0.1' },
      files: {
        'lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'proxy.ts': `import { NextResponse, type NextRequest } from 'next/server';
import { lucia } from './lib/lucia';

export async function proxy(request: NextRequest) {
  const { session } = await lucia.validateSession(request.cookies.get('auth_session')?.value ?? '');
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ only
  return session ? NextResponse.next() : NextResponse.redirect(new URL('/', request.url));
}

export const config = { matcher: ['/plots/:path*'] };
`,
        'pages/plots/[id].tsx': `import { garden } from '../../lib/garden';

export const getServerSideProps = async ({ params }) => ({
  props: { plot: garden.prepare('SELECT id, beds FROM plot WHERE id = ?').get(params.id) },
});

export default function Plot({ plot }) {
  return <h1>{plot.beds}</h1>;
}
`,
      },
    },
  ],
  good: [
    {
      name: 'the page validates as well',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { cookies } from 'next/headers';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
export async function me() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value ?? null;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
`,
        'middleware.ts': `import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';

export function middleware(request: NextRequest) {
  if (!request.cookies.get('auth_session')) return NextResponse.redirect(new URL('/login', request.url));
  return NextResponse.next();
}
`,
        'app/orders/page.tsx': `import { redirect } from 'next/navigation';
import { me } from '../../lib/auth';
import { prisma } from '../../lib/prisma';

export default async function OrdersPage() {
  const { user } = await me();
  if (!user) redirect('/login');
  const orders = await prisma.order.findMany({ where: { userId: user.id }, select: { id: true } });
  return <pre>{JSON.stringify(orders)}</pre>;
}
`,
      },
    },
    {
      name: 'no middleware decides about sessions',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'middleware.ts': `import { NextResponse } from 'next/server';

export function middleware() {
  return NextResponse.next();
}
`,
        'app/page.tsx': `export default function Page() {
  return null;
}
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'middleware is the right place in Hono',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/middleware.ts': `import { createMiddleware } from 'hono/factory';
import { getCookie } from 'hono/cookie';
import { lucia } from './auth';

export const middleware = createMiddleware(async (c, next) => {
  const { user, session } = await lucia.validateSession(getCookie(c, lucia.sessionCookieName) ?? '');
  if (!user) return c.body(null, 401);
  if (session.fresh) c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  c.set('user', user);
  await next();
});
`,
      },
    },
  ],
};

export default examples;
