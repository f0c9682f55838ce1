import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'a session cookie read in Next 16',
      dependencies: { lucia: '3.2.2', next: '16.4.6' },
      files: {
        'lib/session.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';

export async function currentSession() {
  const id = cookies().get(lucia.sessionCookieName)?.value ?? null;
//           ^^^^^^^^^ crash
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
`,
      },
      fixed: {
        'lib/session.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';

export async function currentSession() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value ?? null;
  return id ? lucia.validateSession(id) : { user: null, session: null };
}
`,
      },
    },
    {
      name: 'a store kept in a variable in Next 15',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/login/actions.ts': `'use server';
import { cookies } from 'next/headers';

export async function remember(value: string) {
  const store = cookies();
//              ^^^^^^^^^ type
  store.set('theme', value);
}
`,
      },
      fixed: {
        'app/login/actions.ts': `'use server';
import { cookies } from 'next/headers';

export async function remember(value: string) {
  const store = await cookies();
  store.set('theme', value);
}
`,
      },
    },
    {
      name: 'headers under another name',
      dependencies: { lucia: '3.2.2', next: '16.4.6' },
      files: {
        'app/api/me/route.ts': `import { headers as requestHeaders } from 'next/headers';

export async function GET() {
  return new Response(requestHeaders().get('origin'));
//                    ^^^^^^^^^^^^^^^^ crash
}
`,
      },
    },
    {
      name: 'the second release candidate of Next 15',
      dependencies: { lucia: '3.2.2', next: '15.0.0-rc.2' },
      files: {
        'app/theme.ts': `import { cookies } from 'next/headers';

export async function theme() {
  return cookies().get('theme')?.value;
//       ^^^^^^^^^ type
}
`,
      },
      fixed: {
        'app/theme.ts': `import { cookies } from 'next/headers';

export async function theme() {
  return (await cookies()).get('theme')?.value;
}
`,
      },
    },
  ],
  good: [
    {
      name: 'awaited in place',
      dependencies: { lucia: '3.2.2', next: '16.4.6' },
      files: {
        'lib/session.ts': `import { cookies } from 'next/headers';

export async function token(name: string) {
  return (await cookies()).get(name)?.value ?? null;
}
`,
      },
    },
    {
      name: 'a promise that is awaited later',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/session.ts': `import { cookies } from 'next/headers';

export async function token(name: string) {
  const pending = cookies();
  const store = await pending;
  return store.get(name)?.value ?? null;
}
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'Next 14, where the call is synchronous',
      dependencies: { lucia: '3.2.2', next: '14.2.35' },
      files: {
        'lib/session.ts': `import { cookies } from 'next/headers';

export function token(name: string) {
  return cookies().get(name)?.value ?? null;
}
`,
      },
    },
    {
      name: 'an own function called cookies',
      dependencies: { lucia: '3.2.2', next: '16.4.6' },
      files: {
        'lib/jar.ts': `const jar = new Map<string, string>();
function cookies() {
  return jar;
}

export function token(name: string) {
  // not the one of next/headers
  return cookies().get(name) ?? null;
}
`,
      },
    },
    {
      name: 'chained with then',
      dependencies: { lucia: '3.2.2', next: '16.4.6' },
      files: {
        'lib/session.ts': `import { cookies } from 'next/headers';

export function token(name: string) {
  return cookies().then((store) => store.get(name)?.value ?? null);
}
`,
      },
    },
    {
      name: 'the first release candidate of Next 15',
      dependencies: { lucia: '3.2.2', next: '15.0.0-rc.0' },
      files: {
        'app/theme.ts': `import { cookies } from 'next/headers';

export async function theme() {
  return cookies().get('theme')?.value;
}
`,
      },
    },
    {
      name: 'an early canary of Next 15',
      dependencies: { lucia: '3.2.2', next: '15.0.0-canary.58' },
      files: {
        'app/theme.ts': `import { headers } from 'next/headers';

export async function language() {
  return headers().get('Accept-Language');
}
`,
      },
    },
  ],
};

export default examples;
