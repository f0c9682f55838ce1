import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'a server function that takes the session id',
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
        'app/actions.ts': `'use server';
import { lucia } from '../lib/auth';

export async function whoIs(sessionId: string) {
  const { user } = await lucia.validateSession(sessionId);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ endpoint
  return user?.id ?? null;
}
`,
      },
    },
    {
      name: 'through a helper in another file',
      dependencies: { lucia: '3.2.2', next: '14.2.35' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const auth = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof auth;
  }
}
export const endSession = (id: string) => auth.invalidateSession(id);
`,
        'features/account/actions.ts': `'use server';
import { endSession } from '../../lib/auth';

export const signOutDevice = async (device: string) => {
  await endSession(device);
//      ^^^^^^^^^^^^^^^^^^ endpoint
};
`,
      },
    },
    {
      name: 'a client component that calls Lucia out of a module that cannot be seen',
      dependencies: { lucia: '3.2.2', next: '15.5.29', react: '19.1.0' },
      files: {
        'components/leave.tsx': `'use client';
import { sessions } from '@acme/core/sessions';
//                       ^^^^^^^^^^^^^^^^^^^^^ client

export const Leave = ({ id }: { id: string }) => <button onClick={() => sessions.invalidateSession(id)}>Leave</button>;
`,
      },
    },
    {
      name: 'a client component that imports the instance',
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
        'components/badge.tsx': `'use client';
import { lucia } from '../lib/auth';
//                    ^^^^^^^^^^^^^ client

export function Badge() {
  return <span>{lucia.sessionCookieName}</span>;
}
`,
      },
    },
    {
      name: 'an id that a schema has looked at',
      dependencies: { lucia: '3.2.2', next: '15.2.4', zod: '3.24.0' },
      files: {
        'app/settings/actions.ts': `'use server';

import { z } from 'zod';
import { lucia } from '../../lib/auth';

const Input = z.object({ session: z.string().length(40) });

export async function revoke(raw: unknown) {
  const { session } = Input.parse(raw);
  await lucia.invalidateSession(session);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ endpoint
}
`,
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
`,
      },
    },
    {
      name: 'a client component that calls a session check which is no server function',
      dependencies: { lucia: '3.2.2', next: '14.2.15' },
      files: {
        'lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './db';

export const lucia = new Lucia(adapter);
`,
        'lib/who.ts': `import { cookies } from 'next/headers';
import { lucia } from './lucia';

const check = async () => {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  return id ? lucia.validateSession(id) : { user: null, session: null };
};

export const whoIsThere = () => check().then(({ user }) => user);
`,
        'app/badge.tsx': `'use client';
import { useEffect, useState } from 'react';
import { whoIsThere } from '../lib/who';
//                         ^^^^^^^^^^^^ through

export function Badge() {
  const [name, setName] = useState('');
  useEffect(() => {
    void whoIsThere().then((user) => setName(user?.name ?? ''));
  }, []);
  return <b>{name}</b>;
}
`,
      },
    },
  ],
  good: [
    {
      name: "the wrapper reads the caller's own cookie",
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
        'app/session.ts': `'use server';
import { cookies } from 'next/headers';
import { lucia } from '../lib/auth';

export async function getUser() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value ?? null;
  if (!id) return { user: null, session: null };
  return lucia.validateSession(id);
}
`,
      },
    },
    {
      name: 'the same helper in a module that is no endpoint',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/auth.ts': `import 'server-only';
import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
export const whoIs = (sessionId: string) => lucia.validateSession(sessionId);
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'an action builder that hands over the session beside the input',
      dependencies: { lucia: '3.2.2', next: '14.2.35', 'next-safe-action': '6.2.0', zod: '3.23.8' },
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
        'lib/member-action.ts': `import { createSafeActionClient } from 'next-safe-action';
import { currentSession } from './session';

export const memberAction = createSafeActionClient({
  async middleware() {
    const { session, user } = await currentSession();
    if (!session) throw new Error('Sign in first');
    return { session, user };
  },
});
`,
        'app/actions.ts': `'use server';
import { z } from 'zod';
import { lucia } from '../lib/auth';
import { memberAction } from '../lib/member-action';

export const leave = memberAction(z.object({}), async (_form, { session }) => {
  await lucia.invalidateSession(session.id);
});
export const leaveHere = memberAction(z.object({}), async (_form, given) => {
  const { id } = given.session;
  await lucia.invalidateSession(id);
});
`,
      },
    },
    {
      name: "an action builder that hands over the signed-in user's id",
      dependencies: { next: '15.5.29', 'drizzle-orm': '0.36.4', zsa: '0.6.0' },
      files: {
        'lib/schema.ts': `import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const sessions = pgTable('session', { id: text('id').primaryKey(), userId: text('user_id'), expiresAt: timestamp('expires_at') });
`,
        'lib/session.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { sessions } from './schema';

export async function createSession(token: string, userId: string) {
  await db.insert(sessions).values({ id: token, userId, expiresAt: new Date(Date.now() + 1000 * 60 * 60 * 24 * 30) });
}
export async function endAll(userId: string) {
  await db.delete(sessions).where(eq(sessions.userId, userId));
}
export async function end(sessionId: string) {
  await db.delete(sessions).where(eq(sessions.id, sessionId));
}
`,
        'app/actions.ts': `'use server';
import { signedInAction } from '../lib/actions';
import { end, endAll } from '../lib/session';

export const signOutEverywhere = signedInAction.createServerAction().handler(async ({ ctx }) => {
  await endAll(ctx.user.id);
});
export const signOut = signedInAction.createServerAction().handler(async ({ input, ctx }) => {
  await end(ctx.session.id);
  return input;
});
`,
      },
    },
    {
      name: 'a client component that imports a type',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'components/avatar.tsx': `'use client';
import type { User } from 'lucia';

export function Avatar({ user }: { user: User }) {
  return <b>{user.id}</b>;
}
`,
      },
    },
    {
      name: 'a server function with an id of something else',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/actions.ts': `'use server';
import { currentUser } from '../lib/session';
import { posts } from '../lib/posts';

export async function publish(postId: string) {
  const user = await currentUser();
  if (!user) return;
  await posts.publish(user.id, postId);
}
`,
      },
    },
    {
      name: 'an own validateSession in server code',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/bearer.ts': `import { lucia } from './auth';

class Sessions {
  validateSession(id: string) {
    return lucia.validateSession(id);
  }
}
export const sessions = new Sessions();
`,
      },
    },
    {
      name: "an id that a schema has looked at and that is one of the user's own",
      dependencies: { lucia: '3.2.2', next: '15.2.4', zod: '3.24.0' },
      files: {
        'app/settings/actions.ts': `'use server';

import { z } from 'zod';
import { lucia } from '../../lib/auth';
import { validateRequest } from '../../lib/validate-request';

const Input = z.object({ session: z.string().length(40) });

export async function revoke(raw: unknown) {
  const { user } = await validateRequest();
  if (!user) return { error: 'Sign in' };
  const { session } = Input.parse(raw);
  const own = await lucia.getUserSessions(user.id);
  if (!own.some(({ id }) => id === session)) return { error: 'No such session' };
  await lucia.invalidateSession(session);
}
`,
        'lib/validate-request.ts': `import { cookies } from 'next/headers';
import { cache } from 'react';
import { lucia } from './auth';

export const validateRequest = cache(async () => {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value ?? '';
  const result = await lucia.validateSession(id);
  try {
    if (result.session?.fresh) {
      const { name, value, attributes } = lucia.createSessionCookie(result.session.id);
      (await cookies()).set(name, value, attributes);
    }
    if (!result.session) {
      const { name, value, attributes } = lucia.createBlankSessionCookie();
      (await cookies()).set(name, value, attributes);
    }
  } catch {}
  return result;
});
`,
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
`,
      },
    },
    {
      name: 'a client component that calls server functions, or a helper that does',
      dependencies: { lucia: '3.2.2', next: '14.2.15' },
      files: {
        'lib/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './db';

export const lucia = new Lucia(adapter);
`,
        'lib/who.ts': `'use server';
import { cookies } from 'next/headers';
import { lucia } from './lucia';

export async function whoIsThere() {
  const id = cookies().get(lucia.sessionCookieName)?.value;
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  return user && { name: user.name };
}
`,
        'lib/name.ts': `import { whoIsThere } from './who';

export const nameOf = async () => (await whoIsThere())?.name ?? '';
`,
        'app/badge.tsx': `'use client';
import { useEffect, useState } from 'react';
import { nameOf } from '../lib/name';
import { whoIsThere } from '../lib/who';

export function Badge() {
  const [name, setName] = useState('');
  useEffect(() => {
    void nameOf().then(setName);
    void whoIsThere().then((user) => setName(user?.name ?? ''));
  }, []);
  return <b>{name}</b>;
}
`,
      },
    },
  ],
};

export default examples;
