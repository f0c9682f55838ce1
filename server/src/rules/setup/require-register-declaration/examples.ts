import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'an instance without a registration',
      files: {
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {
//                   ^^^^^^^^^ missing
  getUserAttributes: (attributes) => ({ email: attributes.email }),
});
`,
      },
      fixed: {
        'src/lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {
  getUserAttributes: (attributes) => ({ email: attributes.email }),
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: {
      email: unknown;
    };
  }
}
`,
      },
    },
    {
      name: 'the columns are typed after the Drizzle table',
      dependencies: {
        lucia: '3.2.2',
        '@lucia-auth/adapter-drizzle': '1.1.0',
        'drizzle-orm': '0.36.4',
        '@sveltejs/kit': '2.0.0',
      },
      files: {
        'src/lib/server/schema.ts': `import { boolean, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const members = pgTable('members', {
  id: text('id').primaryKey(),
  handle: text('handle').notNull(),
  avatar: text('avatar'),
  isStaff: boolean('is_staff').notNull(),
});

export const logins = pgTable('logins', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
});
`,
        'src/lib/server/auth.ts': `import { DrizzlePostgreSQLAdapter } from "@lucia-auth/adapter-drizzle"
import { Lucia } from "lucia"
import { db } from "./db"
import { logins, members } from "./schema"

// one instance for the whole server
export const auth = new Lucia(new DrizzlePostgreSQLAdapter(db, logins, members), {
//                  ^^^^^^^^^ missing
	getUserAttributes: ({ handle, avatar, isStaff }) => ({ handle, avatar, isStaff }),
})
`,
      },
      fixed: {
        'src/lib/server/auth.ts': `import { DrizzlePostgreSQLAdapter } from "@lucia-auth/adapter-drizzle"
import { Lucia } from "lucia"
import { db } from "./db"
import { logins, members } from "./schema"

// one instance for the whole server
export const auth = new Lucia(new DrizzlePostgreSQLAdapter(db, logins, members), {
	getUserAttributes: ({ handle, avatar, isStaff }) => ({ handle, avatar, isStaff }),
})

declare module "lucia" {
	interface Register {
		Lucia: typeof auth
		DatabaseUserAttributes: {
			handle: string
			avatar: string | null
			isStaff: boolean
		}
	}
}
`,
      },
    },
    {
      name: 'a factory for each request',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/auth.ts': `import { D1Adapter } from '@lucia-auth/adapter-sqlite';
import { Lucia } from 'lucia';

interface Row {
  name: string;
}

export function createAuth(database: D1Database) {
  const adapter = new D1Adapter(database, { user: 'user', session: 'session' });
  return new Lucia(adapter, {
//       ^^^^^^^^^ missing
    getUserAttributes: (row: Row) => ({ name: row.name }),
  });
}
`,
      },
      fixed: {
        'src/auth.ts': `import { D1Adapter } from '@lucia-auth/adapter-sqlite';
import { Lucia } from 'lucia';

interface Row {
  name: string;
}

export function createAuth(database: D1Database) {
  const adapter = new D1Adapter(database, { user: 'user', session: 'session' });
  return new Lucia(adapter, {
    getUserAttributes: (row: Row) => ({ name: row.name }),
  });
}

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof createAuth>;
    DatabaseUserAttributes: Row;
  }
}
`,
      },
    },
    {
      name: 'only attributes are declared, not the instance',
      dependencies: { lucia: '3.2.2', astro: '4.0.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './db';

export const lucia = new Lucia(adapter);
//                   ^^^^^^^^^ missing
`,
        'src/env.d.ts': `declare module 'lucia' {
  interface Register {
    DatabaseUserAttributes: { username: string };
  }
}

export {};
`,
      },
      fixed: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './db';

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
  good: [
    {
      name: 'registered beside the instance',
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
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
    {
      name: 'registered in a declaration file',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.0.0' },
      files: {
        'src/lib/server/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const luciaAuth = new Lucia(adapter);
`,
        'src/app.d.ts': `declare module "lucia" {
  interface Register {
    Lucia: typeof import("$lib/server/lucia").luciaAuth;
  }
}
export {};
`,
      },
    },
    {
      name: 'a class that extends Lucia, registered by its instance type',
      dependencies: { lucia: '3.2.2', '@nestjs/common': '10.0.0' },
      files: {
        'src/auth/lucia.service.ts': `import { Injectable } from '@nestjs/common';
import { Lucia } from 'lucia';
import { adapter } from './adapter';

@Injectable()
export class LuciaService extends Lucia {
  constructor() {
    super(adapter, {});
  }
}
`,
        'src/types/lucia.d.ts': `import type { LuciaService } from '../auth/lucia.service';

declare module 'lucia' {
  interface Register {
    Lucia: InstanceType<typeof LuciaService>;
  }
}
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'an own class that happens to be called Lucia',
      files: {
        'src/auth.ts': `import { Lucia } from './own-sessions';

export const lucia = new Lucia('db');
`,
        'src/own-sessions.ts': `export class Lucia {
  constructor(readonly store: string) {}
}
`,
      },
    },
    {
      name: 'an instance made for a test',
      files: {
        'src/auth.test.ts': `import { Lucia } from 'lucia';
import { memoryAdapter } from './memory-adapter';

const lucia = new Lucia(memoryAdapter());
`,
      },
    },
    {
      name: 'only the type is imported',
      files: {
        'src/session.ts': `import type { Lucia } from 'lucia';

export function cookieName(lucia: Lucia): string {
  return lucia.sessionCookieName;
}
`,
      },
    },
    {
      name: 'a JavaScript project has no types to register',
      dependencies: { lucia: '3.2.2', express: '4.19.0' },
      files: {
        'auth.js': `import { Lucia } from 'lucia';
import { adapter } from './adapter.js';

export const lucia = new Lucia(adapter);
`,
      },
    },
    {
      name: 'another package of the workspace registers it',
      files: {
        'package.json': '{ "private": true, "workspaces": ["packages/*"] }',
        'packages/auth/package.json': '{ "name": "@app/auth", "dependencies": { "lucia": "3.2.2" } }',
        'packages/auth/src/index.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'packages/web/package.json': '{ "name": "@app/web", "dependencies": { "@app/auth": "*", "lucia": "3.2.2" } }',
        'packages/web/src/lucia.d.ts': `import type { lucia } from '@app/auth';

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
      },
    },
  ],
};

export default examples;
