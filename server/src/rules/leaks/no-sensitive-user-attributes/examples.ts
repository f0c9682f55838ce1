import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'a row without secrets, spread',
      dependencies: { lucia: '3.2.2' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {
  getUserAttributes: (row) => ({ ...row }),
//                               ^^^^^^ later
  getSessionAttributes: (row) => row,
});
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { username: string; country: string };
  }
}
`,
      },
    },
    {
      name: 'the hash by name',
      dependencies: { lucia: '3.2.2' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {
  getUserAttributes: (row) => ({
    email: row.email,
    passwordHash: row.password_hash,
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ key
    // shown in the header
    name: row.name,
  }),
});
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { email: string; name: string; password_hash: string };
  }
}
`,
      },
      fixed: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {
  getUserAttributes: (row) => ({
    email: row.email,
    // shown in the header
    name: row.name,
  }),
});
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { email: string; name: string; password_hash: string };
  }
}
`,
      },
    },
    {
      name: 'the whole row',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const auth = new Lucia(adapter, {
  getUserAttributes(attributes) {
    return { ...attributes };
//           ^^^^^^^^^^^^^ whole
  },
});
declare module 'lucia' {
  interface Register {
    Lucia: typeof auth;
    DatabaseUserAttributes: { username: string; hashed_password: string };
  }
}
`,
      },
    },
    {
      name: 'the rest of the row',
      dependencies: { lucia: '3.2.2', '@nestjs/common': '10.4.0' },
      files: {
        'src/lucia.service.ts': `import { Injectable } from '@nestjs/common';
import { Lucia } from 'lucia';
import { PrismaService, adapterOf } from './prisma.service';

@Injectable()
export class LuciaService extends Lucia {
  constructor(prisma: PrismaService) {
    super(adapterOf(prisma), {
      getUserAttributes: ({ createdAt: _created, ...rest }) => rest,
//                                                             ^^^^ whole
    });
  }
}

interface Columns {
  email: string;
  createdAt: Date;
  hashedPassword: string | null;
}

declare module 'lucia' {
  interface Register {
    Lucia: InstanceType<typeof LuciaService>;
    DatabaseUserAttributes: Columns;
  }
}
`,
      },
    },
    {
      name: 'a function in another file',
      dependencies: { lucia: '3.2.2', astro: '5.0.0', mongodb: '6.10.0' },
      files: {
        'src/profile.ts': `import type { UserDocument } from './mongo';

export function profile(doc: UserDocument) {
  return {
    email: doc.email,
    totpSecret: doc.totpSecret,
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^ key
  };
}
`,
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter } from './mongo';
import { profile } from './profile';

export const lucia = new Lucia(adapter, { getUserAttributes: profile });
`,
      },
      fixed: {
        'src/profile.ts': `import type { UserDocument } from './mongo';

export function profile(doc: UserDocument) {
  return {
    email: doc.email,
  };
}
`,
      },
    },
    {
      name: 'the token of links in mails and the key of an API',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/accounts.ts': `import { Lucia } from 'lucia';
import { adapter } from './storage';

export const accounts = new Lucia(adapter, {
  getUserAttributes: (member) => ({
    name: member.name,
    token: member.token,
//  ^^^^^^^^^^^^^^^^^^^ key
    mapsKey: member.maps_api_key,
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ key
    calendarToken: member.calendar,
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ key
  }),
});
`,
      },
    },
    {
      name: 'a row that has more columns than are declared',
      dependencies: { lucia: '3.2.2', 'drizzle-orm': '0.36.4', '@lucia-auth/adapter-drizzle': '1.1.0' },
      files: {
        'src/tables.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const tenants = pgTable('tenant', {
  id: text('id').primaryKey(),
  flat: text('flat').notNull(),
  password: text('password').notNull(),
});
export const logins = pgTable('login', { id: text('id').primaryKey() });
`,
        'src/auth.ts': `import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { Lucia } from 'lucia';
import { db } from './db';
import { logins, tenants } from './tables';

const adapter = new DrizzlePostgreSQLAdapter(db, logins, tenants);
export const auth = new Lucia(adapter, {
  getUserAttributes: (tenant) => ({ ...tenant, isTenant: true }),
//                                  ^^^^^^^^^ whole
});
declare module 'lucia' {
  interface Register {
    Lucia: typeof auth;
    DatabaseUserAttributes: { flat: string };
  }
}
`,
      },
    },
    {
      name: 'an arrow that leaves it to a mapper',
      dependencies: { lucia: '3.2.2', '@lucia-auth/adapter-mysql': '2.1.0' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { Mysql2Adapter } from '@lucia-auth/adapter-mysql';
import { pool } from './pool';

function present(row: { mail: string; otp_secret: string | null }) {
  return {
    mail: row.mail,
    otpSecret: row.otp_secret,
//  ^^^^^^^^^^^^^^^^^^^^^^^^^ key
  };
}

export const lucia = new Lucia(new Mysql2Adapter(pool, { user: 'people', session: 'logins' }), {
  getUserAttributes: (row) => present(row),
});
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { mail: string; otp_secret: string | null };
  }
}
`,
      },
    },
    {
      name: 'the row below a property',
      dependencies: { lucia: '3.2.2' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {
  getUserAttributes: (row) => ({
    email: row.email,
    profile: row,
//  ^^^^^^^^^^^^ whole
  }),
});
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { email: string; password_hash: string };
  }
}
`,
      },
    },
  ],
  good: [
    {
      name: 'named attributes',
      dependencies: { lucia: '3.2.2' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {
  getUserAttributes: ({ email, name }) => ({ email, name }),
});
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { email: string; name: string; password_hash: string };
  }
}
`,
      },
    },
    {
      name: 'whether there is a password',
      dependencies: { lucia: '3.2.2' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {
  getUserAttributes: (row) => ({ email: row.email, password: row.password_hash !== null }),
});
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { email: string; password_hash: string | null };
  }
}
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'where notifications go, when a token ends, whether there is one, and the end of a key',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/accounts.ts': `import { Lucia } from 'lucia';
import { adapter } from './storage';
import { maskedKey } from './mask';

export const accounts = new Lucia(adapter, {
  getUserAttributes: (member) => ({
    pushToken: member.push_token,
    tokenVersion: member.token_version,
    tokens: member.tokens,
    resetTokenExpiresAt: member.reset_token_expires_at,
    hasCalendarToken: member.has_calendar_token,
    token: member.token ? 'given' : 'none',
    apiKey: maskedKey(member.api_key),
    publicKey: member.public_key,
  }),
});
`,
      },
    },
    {
      name: 'secrets that are taken away again after the row was spread',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter, staffAdapter } from './db';

export const lucia = new Lucia(adapter, {
  getUserAttributes: (row) => ({ ...row, passwordHash: undefined, totpSecret: null }),
});

export const staff = new Lucia(staffAdapter, {
  getUserAttributes(row) {
    const shown = { ...row, passwordHash: void 0, totpSecret: undefined };
    return shown;
  },
});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { email: string; passwordHash: string; totpSecret: string | null };
  }
}
`,
      },
    },
    {
      name: 'a rest without the secrets, a row without any',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/lucia.ts': `import { Lucia } from 'lucia';
import { adapter, staffAdapter } from './db';

interface Columns {
  email: string;
  hashed_password: string;
  totp_secret: string | null;
}

export const lucia = new Lucia(adapter, {
  getUserAttributes: ({ hashed_password: _hash, totp_secret: _secret, ...rest }) => rest,
});

export const staff = new Lucia(staffAdapter, { getUserAttributes: ({ email }) => ({ email }) });

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: Columns;
  }
}
`,
      },
    },
    {
      name: 'all of a row that has no secret, as its table or its client says',
      dependencies: { lucia: '3.2.2', '@prisma/client': '6.0.0', 'drizzle-orm': '0.36.4' },
      files: {
        'prisma/schema.prisma': `model Tenant {
  id       String  @id
  flat     String
  password String
  logins   Login[]
}

model Login {
  id       String @id
  tenantId String
  tenant   Tenant @relation(fields: [tenantId], references: [id])
}
`,
        'src/tables.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const owners = pgTable('owner', { id: text('id').primaryKey(), house: text('house').notNull() });
export const visits = pgTable('visit', { id: text('id').primaryKey() });
`,
        'src/auth.ts': `import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { PrismaAdapter } from '@lucia-auth/adapter-prisma';
import { PrismaClient } from '@prisma/client';
import { Lucia } from 'lucia';
import { db } from './db';
import { owners, visits } from './tables';

const client = new PrismaClient({ omit: { tenant: { password: true } } });
export const forTenants = new Lucia(new PrismaAdapter(client.login, client.tenant), {
  getUserAttributes: (tenant) => tenant,
});
export const forOwners = new Lucia(new DrizzlePostgreSQLAdapter(db, visits, owners), {
  getUserAttributes: ({ id: _id, ...owner }) => owner,
});
`,
      },
    },
    {
      name: 'all that an adapter hands on whose own query names columns',
      dependencies: { lucia: '3.2.2', postgres: '3.4.5' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { sql } from './sql';

const adapter = {
  async getSessionAndUser(id: string) {
    const [row] = await sql\`SELECT s.until, g.id, g.nickname, g.town FROM visits s JOIN guests g ON g.id = s.guest WHERE s.id = \${id}\`;
    if (!row) return [null, null];
    const session = { id, userId: row.id, expiresAt: row.until, attributes: {} };
    return [session, { id: row.id, attributes: { nickname: row.nickname, town: row.town } }];
  },
};

export const auth = new Lucia(adapter as never, {
  sessionCookie: { name: 'visit' },
  getUserAttributes: (guest) => ({ ...guest }),
});
`,
      },
    },
    {
      name: 'a property of what a helper is given',
      dependencies: { lucia: '3.2.2' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {
  getUserAttributes: (row) => toAttributes(row.email),
});
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { email: string; password_hash: string };
  }
}

function toAttributes(address: string) {
  return { contact: address };
}
`,
      },
    },
  ],
};

export default examples;
