import type { Examples } from '../../../core/examples';

const NEXT = { lucia: '3.2.2', next: '14.2.35', react: '18.3.1' };

const AUTH = `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`;

const PAGE = `import { viewer } from '../lib/viewer';

export default async function Home() {
  const { user } = await viewer();
  return <p>{user?.id}</p>;
}
`;

const BLANK = `    if (!result.session) {
      const cookie = lucia.createBlankSessionCookie();
      cookies().set(cookie.name, cookie.value, cookie.attributes);
    }
  } catch {
    // a page is being rendered
  }
  return result;
});
`;

const examples: Examples = {
  bad: [
    {
      name: 'a wrapper that pages call',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'app/page.tsx': PAGE,
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from './auth';

export const viewer = cache(async () => {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  if (!id) return { user: null, session: null };
  const result = await lucia.validateSession(id);
  if (!result.session) {
    // forget it
    cookies().delete(lucia.sessionCookieName);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ page
  }
  return result;
});
`,
      },
      fixed: {
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from './auth';

export const viewer = cache(async () => {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  if (!id) return { user: null, session: null };
  const result = await lucia.validateSession(id);
  if (!result.session) {
    // forget it
    try {
      cookies().delete(lucia.sessionCookieName);
    } catch {
      // Next.js cannot set cookies while a page renders.
    }
  }
  return result;
});
`,
      },
    },
    {
      name: 'a helper in another file does the write',
      dependencies: { lucia: '3.2.2', next: '15.1.0', react: '19.0.0' },
      files: {
        'src/lib/auth.ts': AUTH,
        'src/app/account/page.tsx': `import { member } from '../../lib/member';

export default async function Account() {
  const { user } = await member();
  return <p>{user?.id}</p>;
}
`,
        'src/lib/write.ts': `import type { Cookie } from 'lucia';
import { cookies } from 'next/headers';

export async function write(cookie: Cookie) {
  const jar = await cookies();
  jar.set(
//^^^^^^^... page
    cookie.name,
    cookie.value,
    cookie.attributes,
  );
}
`,
        'src/lib/member.ts': `import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from './auth';
import { write } from './write';

export const member = cache(async () => {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value ?? '';
  const result = await lucia.validateSession(id);
  if (!result.session) await write(lucia.createBlankSessionCookie());
  if (result.session?.fresh) await write(lucia.createSessionCookie(result.session.id));
  return result;
});
`,
      },
      fixed: {
        'src/lib/write.ts': `import type { Cookie } from 'lucia';
import { cookies } from 'next/headers';

export async function write(cookie: Cookie) {
  const jar = await cookies();
  try {
    jar.set(
      cookie.name,
      cookie.value,
      cookie.attributes,
    );
  } catch {
    // Next.js cannot set cookies while a page renders.
  }
}
`,
      },
    },
    {
      name: 'a wrapper that only handlers call so far',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';

export async function viewer() {
  const id = cookies().get(lucia.sessionCookieName)?.value ?? '';
  const { session, user } = await lucia.validateSession(id);
  const blank = lucia.createBlankSessionCookie();
  if (!session) cookies().set(blank.name, blank.value, blank.attributes);
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrapper
  return { session, user };
}
`,
      },
    },
    {
      name: 'in generateMetadata',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'app/page.tsx': `import { cookies } from 'next/headers';

export async function generateMetadata() {
  cookies().set('seen', '1');
//^^^^^^^^^^^^^^^^^^^^^^^^^^ page
  return { title: 'Home' };
}

export default function Home() {
  return <p>Home</p>;
}
`,
      },
      fixed: {
        'app/page.tsx': `import { cookies } from 'next/headers';

export async function generateMetadata() {
  try {
    cookies().set('seen', '1');
  } catch {
    // Next.js cannot set cookies while a page renders.
  }
  return { title: 'Home' };
}

export default function Home() {
  return <p>Home</p>;
}
`,
      },
    },
    {
      name: 'a catch that throws each error again',
      dependencies: { lucia: '3.2.2', next: '15.1.0', react: '19.0.0' },
      files: {
        'lib/auth.ts': AUTH,
        'app/page.tsx': PAGE,
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';

export async function viewer() {
  const jar = await cookies();
  const id = jar.get(lucia.sessionCookieName)?.value;
  if (!id) return { user: null, session: null };
  try {
    const result = await lucia.validateSession(id);
    if (result.session?.fresh) {
      const renewed = lucia.createSessionCookie(result.session.id);
      jar.set(renewed.name, renewed.value, renewed.attributes);
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ page
    }
    return result;
  } catch (error) {
    console.error('no session', error);
    throw error;
  }
}
`,
      },
      fixed: {
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';

export async function viewer() {
  const jar = await cookies();
  const id = jar.get(lucia.sessionCookieName)?.value;
  if (!id) return { user: null, session: null };
  try {
    const result = await lucia.validateSession(id);
    if (result.session?.fresh) {
      const renewed = lucia.createSessionCookie(result.session.id);
      try {
        jar.set(renewed.name, renewed.value, renewed.attributes);
      } catch {
        // Next.js cannot set cookies while a page renders.
      }
    }
    return result;
  } catch (error) {
    console.error('no session', error);
    throw error;
  }
}
`,
      },
    },
    {
      name: 'a server function that pages call for the row of their user',
      dependencies: { lucia: '3.2.2', next: '14.2.15', 'drizzle-orm': '0.33.0' },
      files: {
        'src/lib/who.ts': `'use server';
import { cookies } from 'next/headers';
import { eq } from 'drizzle-orm';
import { db, users } from './db';
import { lucia } from './lucia';

export async function whoIsThere() {
  const token = cookies().get(lucia.sessionCookieName)?.value;
  if (!token) return null;
  const { session, user } = await lucia.validateSession(token);
  if (session?.fresh) {
    const renewed = lucia.createSessionCookie(session.id);
    cookies().set(renewed.name, renewed.value, renewed.attributes);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ page
  }
  if (!user) return null;
  return db.query.users.findFirst({ where: eq(users.id, user.id), columns: { id: true, name: true } });
}
`,
        'src/lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './db';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
`,
        'src/app/desk/page.tsx': `import { whoIsThere } from '../../lib/who';

export default async function Desk() {
  const person = await whoIsThere();
  return <h1>{person?.name}</h1>;
}
`,
      },
    },
  ],
  good: [
    {
      name: 'a guarded wrapper',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'app/page.tsx': PAGE,
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from './auth';

export const viewer = cache(async () => {
  const id = cookies().get(lucia.sessionCookieName)?.value ?? '';
  const result = await lucia.validateSession(id);
  try {
${BLANK}`,
      },
    },
    {
      name: 'a server action sets a cookie',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'app/actions.ts': `'use server';

import { cookies } from 'next/headers';
import { lucia } from '../lib/auth';

export async function start(userId: string) {
  const session = await lucia.createSession(userId, {});
  const cookie = lucia.createSessionCookie(session.id);
  cookies().set(cookie.name, cookie.value, cookie.attributes);
}
`,
      },
    },
    {
      name: 'the helper is called in a try',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'app/page.tsx': PAGE,
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import type { Cookie } from 'lucia';
import { cache } from 'react';
import { lucia } from './auth';

function write(cookie: Cookie) {
  cookies().set(cookie.name, cookie.value, cookie.attributes);
}

export const viewer = cache(async () => {
  const id = cookies().get(lucia.sessionCookieName)?.value ?? '';
  const result = await lucia.validateSession(id);
  try {
    if (!result.session) write(lucia.createBlankSessionCookie());
  } catch {
    // a page is being rendered
  }
  return result;
});
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'a page whose inline action sets a cookie',
      dependencies: NEXT,
      files: {
        'app/page.tsx': `import { cookies } from 'next/headers';

export default function Home() {
  async function dark() {
    'use server';
    cookies().set('theme', 'dark');
  }
  return <form action={dark}><button>Dark</button></form>;
}
`,
      },
    },
    {
      name: 'a route handler',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'app/api/logout/route.ts': `import { cookies } from 'next/headers';
import { lucia } from '../../../lib/auth';
import { viewer } from '../../../lib/viewer';

export async function POST() {
  const { session } = await viewer();
  if (session) await lucia.invalidateSession(session.id);
  cookies().delete(lucia.sessionCookieName);
  return new Response(null, { status: 204 });
}
`,
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';

export async function viewer() {
  return lucia.validateSession(cookies().get(lucia.sessionCookieName)?.value ?? '');
}
`,
      },
    },
    {
      name: 'another framework may set cookies anywhere',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/routes/+page.server.ts': `export const load = async ({ cookies }) => {
  cookies.set('seen', '1', { path: '/' });
  return {};
};
`,
      },
    },
    {
      name: 'a response has cookies of its own',
      dependencies: NEXT,
      files: {
        'middleware.ts': `import { NextResponse } from 'next/server';

export function middleware() {
  const response = NextResponse.next();
  response.cookies.set('seen', '1');
  return response;
}
`,
      },
    },
    {
      name: 'the write is guarded where it is called',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import type { Cookie } from 'lucia';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
async function write(cookie: Cookie) {
  (await cookies()).set(cookie.name, cookie.value, cookie.attributes);
}
export const me = cache(async () => {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  if (!id) return { user: null, session: null };
  const result = await lucia.validateSession(id);
  try {
    if (result.session?.fresh) await write(lucia.createSessionCookie(result.session.id));
    if (!result.session) await write(lucia.createBlankSessionCookie());
  } catch {
    // A page cannot write cookies.
  }
  return result;
});
`,
        'app/page.tsx': `import { me } from '../lib/auth';

export default async function Page() {
  const { user } = await me();
  return <p>{user?.id}</p>;
}
`,
      },
    },
    {
      name: 'a catch that lets some errors out',
      dependencies: { lucia: '3.2.2', next: '15.1.0', react: '19.0.0' },
      files: {
        'lib/auth.ts': AUTH,
        'app/page.tsx': PAGE,
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';

export async function viewer() {
  const jar = await cookies();
  const id = jar.get(lucia.sessionCookieName)?.value;
  if (!id) return { user: null, session: null };
  try {
    const result = await lucia.validateSession(id);
    if (result.session?.fresh) {
      const renewed = lucia.createSessionCookie(result.session.id);
      jar.set(renewed.name, renewed.value, renewed.attributes);
    }
    return result;
  } catch (error) {
    if (!(error instanceof Error) || !/cookies/i.test(error.message)) throw error;
    return { user: null, session: null };
  }
}
`,
      },
    },
    {
      name: 'server functions that pages only give to forms and to the browser',
      dependencies: { lucia: '3.2.2', next: '14.2.15' },
      files: {
        'src/lib/leave.ts': `'use server';
import { cookies } from 'next/headers';
import { lucia } from './lucia';

export async function leave() {
  const token = cookies().get(lucia.sessionCookieName)?.value;
  if (token) await lucia.invalidateSession(token);
  const blank = lucia.createBlankSessionCookie();
  cookies().set(blank.name, blank.value, blank.attributes);
}

export async function remember(theme: string) {
  cookies().set('theme', theme);
}
`,
        'src/lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './db';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
`,
        'src/app/desk/page.tsx': `import { leave } from '../../lib/leave';

export default function Desk() {
  async function leaveNow() {
    'use server';
    await leave();
  }
  return (
    <form action={leaveNow}>
      <button formAction={leave}>Sign out</button>
    </form>
  );
}
`,
        'src/app/theme/page.tsx': `'use client';
import { useEffect } from 'react';
import { remember } from '../../lib/leave';

export default function Theme({ theme }: { theme: string }) {
  useEffect(() => {
    remember(theme);
  }, [theme]);
  return <p>{theme}</p>;
}
`,
      },
    },
  ],
};

export default examples;
