import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'a login action whose success ends in the catch',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/login/actions.ts': `'use server';
import { redirect } from 'next/navigation';
import { signIn } from '../../lib/sign-in';

export async function login(form: FormData) {
  try {
    await signIn(form);
    redirect('/');
//  ^^^^^^^^^^^^^ swallowed
  } catch (error) {
    return { error: 'Something went wrong' };
  }
}
`,
      },
      fixed: {
        'app/login/actions.ts': `'use server';
import { redirect, unstable_rethrow } from 'next/navigation';
import { signIn } from '../../lib/sign-in';

export async function login(form: FormData) {
  try {
    await signIn(form);
    redirect('/');
  } catch (error) {
    unstable_rethrow(error);
    return { error: 'Something went wrong' };
  }
}
`,
      },
    },
    {
      name: 'a guard inside try in a SvelteKit load',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/orders/+page.server.ts': `import { redirect } from '@sveltejs/kit';
import { listOrders } from '$lib/server/orders';

export const load = async ({ locals }) => {
  try {
    if (!locals.user) redirect(302, '/login');
//                    ^^^^^^^^^^^^^^^^^^^^^^^ swallowed
    return { orders: await listOrders(locals.user.id) };
  } catch {
    return { orders: [] };
  }
};
`,
      },
      fixed: {
        'src/routes/orders/+page.server.ts': `import { redirect, isRedirect, isHttpError } from '@sveltejs/kit';
import { listOrders } from '$lib/server/orders';

export const load = async ({ locals }) => {
  try {
    if (!locals.user) redirect(302, '/login');
    return { orders: await listOrders(locals.user.id) };
  } catch (error) {
    if (isRedirect(error) || isHttpError(error)) throw error;
    return { orders: [] };
  }
};
`,
      },
    },
    {
      name: 'an own guard that redirects, called inside try',
      dependencies: { lucia: '3.2.2', next: '14.2.35' },
      files: {
        'lib/guard.ts': `import { notFound } from 'next/navigation';

export function hide(): never {
  notFound();
}
`,
        'app/admin/page.tsx': `import { hide } from '../../lib/guard';
import { currentUser } from '../../lib/session';

export default async function Page() {
  try {
    const user = await currentUser();
    if (user?.role !== 'admin') hide();
//                              ^^^^^^ swallowed
  } catch (error) {
    console.error('admin page', error);
  }
  return null;
}
`,
      },
    },
    {
      name: 'a guard that redirects visitors, awaited inside try',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/member.ts': `import { redirect } from 'next/navigation';
import { readSession } from './session';

export async function member() {
  const { user } = await readSession();
  if (!user) redirect('/join');
  return user;
}
`,
        'app/notes/actions.ts': `'use server';
import { member } from '../../lib/member';
import { saveNote } from '../../lib/notes';

export async function addNote(form: FormData) {
  try {
    const writer = await member();
//                       ^^^^^^^^ swallowedWithin
    await saveNote(writer.id, String(form.get('text')));
    return { saved: true };
  } catch (problem) {
    console.error(problem);
    return { saved: false };
  }
}
`,
      },
    },
    {
      name: 'an error whose catch leaves with another status',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/files/[id]/+server.ts': `import { error } from '@sveltejs/kit';
import { openFile } from '$lib/server/files';

export const GET = async ({ locals, params }) => {
  try {
    if (!locals.user) error(401, 'Sign in first');
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ swallowed
    return new Response(await openFile(params.id));
  } catch (problem) {
    console.error(problem);
    error(500, 'The file cannot be read');
  }
};
`,
      },
    },
    {
      name: 'the catch knows redirects, not errors',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/pots/[id]/+page.server.ts': `import { error, fail } from '@sveltejs/kit';
import { potOf } from '$lib/server/pots';

export const actions = {
  water: async ({ params }) => {
    try {
      const pot = await potOf(params.id);
      if (!pot) error(404);
//              ^^^^^^^^^^ swallowed
      await pot.water();
    } catch (problem) {
      if (problem?.constructor?.name === 'Redirect') return new Response(null, { headers: { location: problem.location } });
      return fail(500);
    }
  },
};
`,
      },
    },
    {
      name: 'the catch of SvelteKit rethrows a Response, which no redirect is',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/enter/twitch/+server.ts': `import { redirect } from '@sveltejs/kit';
import { enterWith } from '$lib/server/twitch';

export async function GET({ url, cookies }) {
  try {
    await enterWith(url.searchParams.get('code'), cookies);
    throw redirect(302, '/desk');
//        ^^^^^^^^^^^^^^^^^^^^^^ swallowed
  } catch (thrown) {
    if (!(thrown instanceof Response)) {
      console.error(thrown);
      return new Response('Try again', { status: 500 });
    }
    throw thrown;
  }
}
`,
      },
    },
    {
      name: 'the catch of SvelteKit rethrows an Error, which no redirect is',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/leave/+page.server.ts': `import { fail, redirect } from '@sveltejs/kit';
import { leave } from '$lib/server/leave';

export const actions = {
  default: async ({ locals }) => {
    try {
      await leave(locals.session);
      redirect(303, '/');
//    ^^^^^^^^^^^^^^^^^^ swallowed
    } catch (thrown) {
      if (thrown instanceof Error) throw thrown;
      return fail(500);
    }
  },
};
`,
      },
    },
  ],
  good: [
    {
      name: 'the redirect stands behind the try statement',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/login/actions.ts': `'use server';
import { redirect } from 'next/navigation';
import { signIn } from '../../lib/sign-in';

export async function login(form: FormData) {
  try {
    await signIn(form);
  } catch (error) {
    return { error: 'Something went wrong' };
  }
  redirect('/');
}
`,
      },
    },
    {
      name: 'the catch rethrows',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/+page.server.ts': `import { error, isHttpError } from '@sveltejs/kit';

export const load = async ({ fetch }) => {
  try {
    const response = await fetch('/api/items');
    if (!response.ok) error(response.status, 'No items');
    return { items: await response.json() };
  } catch (cause) {
    if (isHttpError(cause)) throw cause;
    return { items: [] };
  }
};
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'the catch always leaves with the same status',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/lib/server/avatars.ts': `import { error } from '@sveltejs/kit';
import { store } from './storage';

export async function keepAvatar(url: string) {
  try {
    const answer = await fetch(url);
    if (!answer.ok) error(502, 'The picture is gone');
    await store(await answer.blob());
  } catch (problem) {
    console.warn(problem);
    error(502, 'The picture could not be kept');
  }
}
`,
      },
    },
    {
      name: 'success and failure lead to the same page',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/invite/actions.ts': `'use server';
import { redirect } from 'next/navigation';
import { accept } from '../../lib/invites';

export async function join(code: string) {
  try {
    await accept(code);
    redirect('/teams');
  } catch (problem) {
    console.error('not joined', problem);
    redirect('/teams');
  }
}
`,
      },
    },
    {
      name: 'the status of what was caught is thrown again',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '1.30.4' },
      files: {
        'src/routes/reports/+page.server.ts': `import { error } from '@sveltejs/kit';
import { readReports } from '$lib/server/reports';

export const load = async ({ locals }) => {
  try {
    if (!locals.user) throw error(401, 'Members only');
    return { reports: await readReports(locals.user.id) };
  } catch (problem) {
    console.error(problem);
    throw error(problem.status ?? 500, problem.body?.message ?? 'No reports');
  }
};
`,
      },
    },
    {
      name: 'the guard runs again behind the try statement',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/hooks.server.ts': `import { redirect } from '@sveltejs/kit';
import { readSession } from '$lib/server/session';

function keepOut(event) {
  if (event.url.pathname.startsWith('/staff') && !event.locals.user) redirect(303, '/login');
}

export const handle = async ({ event, resolve }) => {
  try {
    event.locals.user = await readSession(event.cookies);
    keepOut(event);
  } catch (problem) {
    console.error(problem);
    event.locals.user = null;
  }
  keepOut(event);
  return resolve(event);
};
`,
      },
    },
    {
      name: 'a guard that redirects, whose promise leaves the try block unawaited',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/reader.ts': `import { redirect } from 'next/navigation';
import { readSession } from './session';

export async function reader() {
  const { user } = await readSession();
  if (!user) redirect('/join');
  return user;
}
`,
        'app/feed/load.ts': `import { reader } from '../../lib/reader';

export async function loadReader() {
  try {
    return reader();
  } catch (problem) {
    console.error(problem);
    return undefined;
  }
}
`,
      },
    },
    {
      name: 'an event handler that asks for a server action',
      dependencies: { lucia: '3.2.2', next: '15.5.29', react: '19.0.0' },
      files: {
        'app/leave.ts': `'use server';
import { redirect } from 'next/navigation';
import { end } from '../lib/end';

export async function leave() {
  await end();
  redirect('/');
}
`,
        'app/leave-button.tsx': `'use client';
import { leave } from './leave';

export function LeaveButton({ notes }: { notes: { error(text: string): void } }) {
  const onClick = async () => {
    try {
      await leave();
    } catch {
      notes.error('The server did not answer');
    }
  };
  return <button onClick={onClick}>Leave</button>;
}
`,
      },
    },
    {
      name: 'the redirect of NextResponse returns a value',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/login/route.ts': `import { NextResponse } from 'next/server';

export async function POST(request: Request) {
  try {
    await request.formData();
    return NextResponse.redirect(new URL('/', request.url));
  } catch {
    return new Response(null, { status: 400 });
  }
}
`,
      },
    },
    {
      name: 'redirect in the catch block itself',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/callback/actions.ts': `'use server';
import { redirect } from 'next/navigation';
import { exchange } from '../../lib/oauth';

export async function finish(code: string) {
  try {
    await exchange(code);
  } catch {
    redirect('/login?error=oauth');
  }
}
`,
      },
    },
    {
      name: 'SvelteKit 1, where redirect only makes an object',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '1.30.4' },
      files: {
        'src/routes/+page.server.ts': `import { redirect } from '@sveltejs/kit';

export const load = async ({ locals }) => {
  try {
    const target = redirect(302, '/login');
    return { location: target.location, user: locals.user };
  } catch {
    return { location: null };
  }
};
`,
      },
    },
    {
      name: 'the catch answers with the location that it has caught',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/enter/+server.ts': `import { redirect } from '@sveltejs/kit';
import { begin } from '$lib/server/sessions';

export async function POST({ request, cookies }) {
  try {
    await begin(cookies, await request.formData());
    redirect(303, '/desk');
  } catch (thrown) {
    const known = thrown as { status: number; location?: string };
    if ('location' in known) {
      return new Response(null, { status: known.status, headers: { Location: known.location } });
    }
    return new Response('Try again', { status: 500 });
  }
}
`,
      },
    },
    {
      name: 'the catch of Next rethrows an Error, which a redirect is',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/leave/actions.ts': `'use server';
import { redirect } from 'next/navigation';
import { leave } from '../../lib/leave';

export async function leaveNow() {
  try {
    await leave();
    redirect('/');
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown;
    return { message: 'Try again' };
  }
}
`,
      },
    },
    {
      name: 'a Response is answered for, and all else is rethrown',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/leave/+server.ts': `import { redirect } from '@sveltejs/kit';
import { leave } from '$lib/server/leave';

export async function POST({ locals }) {
  try {
    await leave(locals.session);
    redirect(303, '/');
  } catch (thrown) {
    if (thrown instanceof Response) return new Response('gone', { status: 410 });
    throw thrown;
  }
}
`,
      },
    },
  ],
};

export default examples;
