import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'a request as version 2 handled it, on an instance that cannot be read',
      dependencies: { lucia: '3.2.2', next: '14.2.35' },
      files: {
        'app/api/leave/route.ts': `import { cookies } from 'next/headers';
import { guard } from '@/server/guard';

export async function POST(request: Request) {
  const handled = guard.handleRequest({ request, cookies });
//                      ^^^^^^^^^^^^^ api
  const current = await handled.validate();
//                              ^^^^^^^^ api
  if (current) await guard.invalidateSession(current.sessionId);
//                                                   ^^^^^^^^^ api
  handled.setSession(null);
//        ^^^^^^^^^^ api
  return new Response(null, { status: 204 });
}
`,
      },
    },
    {
      name: 'a method that was renamed',
      dependencies: { lucia: '3.2.2' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const auth = new Lucia(adapter);
`,
        'src/password.ts': `import { auth } from './auth';

export async function afterPasswordChange(userId: string) {
  await auth.invalidateAllUserSessions(userId); // everywhere
//           ^^^^^^^^^^^^^^^^^^^^^^^^^ api
}
`,
      },
      fixed: {
        'src/password.ts': `import { auth } from './auth';

export async function afterPasswordChange(userId: string) {
  await auth.invalidateUserSessions(userId); // everywhere
}
`,
      },
    },
    {
      name: 'the v2 set-up',
      dependencies: { lucia: '3.2.2' },
      files: {
        'src/auth.ts': `import { lucia } from 'lucia';
//       ^^^^^ api
import { nextjs_future } from 'lucia/middleware';
//                            ^^^^^^^^^^^^^^^^^^ module
import { adapter } from './adapter';

export const auth = lucia({ adapter, env: 'DEV', middleware: nextjs_future() });
`,
        'src/session.ts': `import { auth } from './auth';

export const getSession = (request: Request) => auth.handleRequest(request).validate();
//                                                   ^^^^^^^^^^^^^ api
`,
      },
    },
    {
      name: 'the old field of a session',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'src/routes/logout/+page.server.ts': `import { lucia } from '$lib/server/auth';

export const actions = {
  default: async ({ cookies }) => {
    const { session } = await lucia.validateSession(cookies.get(lucia.sessionCookieName) ?? '');
    if (session) await lucia.invalidateSession(session.sessionId);
//                                                     ^^^^^^^^^ api
  },
};
`,
      },
    },
    {
      name: 'the old type declaration',
      dependencies: { lucia: '3.2.2' },
      files: {
        'src/app.d.ts': `/// <reference types="lucia" />
declare namespace Lucia {
//                ^^^^^ namespace
  type DatabaseUserAttributes = { username: string };
}
`,
      },
    },
    {
      name: 'arguments as version 2 took them, on an instance that is a default',
      dependencies: { lucia: '3.2.2' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const auth = new Lucia(adapter);
`,
        'src/accounts.ts': `import { auth } from './auth';

export class Accounts {
  constructor(private readonly sessions = auth) {}

  async signIn(userId: string) {
    const session = await this.sessions.createSession({ userId, attributes: {} });
//                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ argument
    return this.sessions.createSessionCookie(session);
//                                           ^^^^^^^ argument
  }
}
`,
      },
    },
    {
      name: 'the namespace in declare global',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/app.d.ts': `declare global {
  namespace App {
    interface Locals {
      member: import('lucia').User | null;
    }
  }
  namespace Lucia {
//          ^^^^^ namespace
    type DatabaseUserAttributes = { nickname: string };
  }
}

export {};
`,
      },
    },
    {
      name: 'an instance that is not there to be read',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/leave.ts': `import { gate } from './generated/gate';

export async function leave(memberId: string) {
  await gate.updateUserAttributes(memberId, { leftAt: new Date() });
//           ^^^^^^^^^^^^^^^^^^^^ api
  return gate.createBlankSessionCookie().serialize();
}
`,
        'src/enter.ts': `import { gate } from './generated/gate';

export const enter = (memberId: string) => gate.createSession({ attributes: {}, userId: memberId });
//                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ argument
`,
      },
    },
  ],
  good: [
    {
      name: 'the methods of v3',
      dependencies: { lucia: '3.2.2' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const auth = new Lucia(adapter);
export const signOutEverywhere = (userId: string) => auth.invalidateUserSessions(userId);
`,
      },
    },
    {
      name: 'the declaration of v3',
      dependencies: { lucia: '3.2.2' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'requests that others handle',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/index.ts': `import { graphql } from '@/graphql';
import { uploads } from '@/uploads';

export const serve = (request: Request) => graphql.handleRequest(request);

export async function upload(request: Request) {
  const handled = await uploads.handleRequest(request);
  return Response.json({ key: handled.key, by: handled.sessionId });
}
`,
      },
    },
    {
      name: 'a project that still has version 2',
      dependencies: { lucia: '2.7.7' },
      files: {
        'src/auth.ts': `import { lucia } from 'lucia';
import { node } from 'lucia/middleware';
import { adapter } from './adapter';

export const auth = lucia({ adapter, env: 'DEV', middleware: node() });
`,
      },
    },
    {
      name: 'methods of the same name on something else',
      dependencies: { lucia: '3.2.2' },
      files: {
        'src/users.ts': `class UserRepository {
  async createUser(email: string) {
    return { email };
  }
  async deleteUser(id: string) {
    return id;
  }
}
export const repository = new UserRepository();
export const remove = (id: string) => repository.deleteUser(id);
`,
      },
    },
    {
      name: 'sessionId of a payment',
      dependencies: { lucia: '3.2.2' },
      files: {
        'src/checkout.ts': `import { stripe } from './stripe';

// Lucia has nothing to do with this
export async function open() {
  const checkout = await stripe.checkout.sessions.create({});
  return checkout.sessionId;
}
`,
      },
    },
    {
      name: 'an own createSession() that takes an object',
      dependencies: { lucia: '3.2.2' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

const lucia = new Lucia(adapter);

export const sessions = {
  createSession: ({ userId }: { userId: string }) => lucia.createSession(userId, {}),
};
export const signIn = (userId: string) => sessions.createSession({ userId });
`,
      },
    },
    {
      name: 'the same names on other things that cannot be read',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/close.ts': `import { gate } from './generated/gate';
import { ledger } from './generated/ledger';

export async function close(memberId: string) {
  await ledger.deleteUser(memberId);
  await ledger.createSession({ userId: memberId });
  await gate.invalidateUserSessions(memberId);
}
`,
      },
    },
  ],
};

export default examples;
