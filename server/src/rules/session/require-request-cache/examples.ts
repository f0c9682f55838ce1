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

const BODY = `  const id = cookies().get(lucia.sessionCookieName)?.value ?? '';
  const result = await lucia.validateSession(id);
  try {
    if (!result.session) cookies().delete(lucia.sessionCookieName);
  } catch {
    // a page is being rendered
  }
  return result;
}`;

const examples: Examples = {
  bad: [
    {
      name: 'a function declaration',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'app/page.tsx': PAGE,
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';

/** Who asks. */
export async function viewer() {
//                    ^^^^^^ missing
${BODY}
`,
      },
      fixed: {
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';
import { cache } from 'react';

/** Who asks. */
export const viewer = cache(async function () {
${BODY});
`,
      },
    },
    {
      name: 'an arrow function, called by a component',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'components/header.tsx': `import { viewer } from '../lib/viewer';

export async function Header() {
  const { user } = await viewer();
  return <header>{user ? user.id : <a href="/login">Sign in</a>}</header>;
}
`,
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';

export const viewer = async () => {
//           ^^^^^^ missing
${BODY};
`,
      },
      fixed: {
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';
import { cache } from 'react';

export const viewer = cache(async () => {
${BODY});
`,
      },
    },
    {
      name: 'in a layout as well, other exports of react are imported',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'app/layout.tsx': `import { viewer } from '../lib/viewer';

export default async function Layout({ children }) {
  const { user } = await viewer();
  return <body data-user={user?.id}>{children}</body>;
}
`,
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import { use } from 'react';
import { lucia } from './auth';

export const useViewer = () => use(viewer());

export const viewer = async () => {
//           ^^^^^^ missing
${BODY};
`,
      },
      fixed: {
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import { use, cache } from 'react';
import { lucia } from './auth';

export const useViewer = () => use(viewer());

export const viewer = cache(async () => {
${BODY});
`,
      },
    },
    {
      name: 'Next.js 15',
      dependencies: { lucia: '3.2.2', next: '15.1.0', react: '19.0.0' },
      files: {
        'src/lib/auth.ts': AUTH,
        'src/app/account/page.tsx': `import { who } from '../../lib/who';

export default async function Account() {
  const { user } = await who();
  return <p>{user?.id}</p>;
}
`,
        'src/lib/who.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';

export async function who() {
//                    ^^^ missing
  const jar = await cookies();
  const id = jar.get(lucia.sessionCookieName)?.value ?? '';
  return lucia.validateSession(id);
}
`,
      },
    },
  ],
  good: [
    {
      name: 'wrapped where it is written',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'app/page.tsx': PAGE,
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from './auth';

export const viewer = cache(async () => {
${BODY});
`,
      },
    },
    {
      name: 'wrapped by its name',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'app/page.tsx': PAGE,
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import * as React from 'react';
import { lucia } from './auth';

export const uncachedViewer = async () => {
${BODY};

export const viewer = React.cache(uncachedViewer);
`,
      },
    },
    {
      name: 'a cached function around it',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'app/page.tsx': PAGE,
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from './auth';

async function readSession() {
${BODY}

export const viewer = cache(async () => {
  const { user } = await readSession();
  return { user };
});
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'only handlers call it',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';

export async function viewer() {
${BODY}
`,
        'app/api/me/route.ts': `import { viewer } from '../../../lib/viewer';

export async function GET() {
  const { user } = await viewer();
  return Response.json(user?.id ?? null);
}
`,
      },
    },
    {
      name: 'the Pages Router has no Server Components',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'lib/viewer.ts': `import type { IncomingMessage, ServerResponse } from 'node:http';
import { lucia } from './auth';

export async function viewer(req: IncomingMessage, res: ServerResponse) {
  const result = await lucia.validateSession(lucia.readSessionCookie(req.headers.cookie ?? '') ?? '');
  if (!result.session) res.appendHeader('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  return result;
}
`,
        'pages/index.tsx': `import { viewer } from '../lib/viewer';

export async function getServerSideProps({ req, res }) {
  const { user } = await viewer(req, res);
  return { props: { id: user?.id ?? null } };
}

export default function Home({ id }) {
  return <p>{id}</p>;
}
`,
      },
    },
    {
      name: 'a SvelteKit helper',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/lib/server/auth.ts': AUTH,
        'src/lib/server/viewer.ts': `import type { Cookies } from '@sveltejs/kit';
import { lucia } from './auth';

export async function viewer(cookies: Cookies) {
  const result = await lucia.validateSession(cookies.get(lucia.sessionCookieName) ?? '');
  if (!result.session) cookies.delete(lucia.sessionCookieName, { path: '/' });
  return result;
}
`,
      },
    },
    {
      name: 'the file of a page of another kind',
      dependencies: NEXT,
      files: {
        'lib/auth.ts': AUTH,
        'lib/viewer.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';

export async function viewer() {
${BODY}
`,
        'app/actions.tsx': `'use server';

import { viewer } from '../lib/viewer';

export async function rename() {
  const { user } = await viewer();
  return user?.id;
}
`,
      },
    },
  ],
};

export default examples;
