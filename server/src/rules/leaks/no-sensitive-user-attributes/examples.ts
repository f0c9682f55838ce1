import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
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
      name: 'a row without secrets, spread',
      dependencies: { lucia: '3.2.2' },
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {
  getUserAttributes: (row) => ({ ...row }),
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
  ],
};

export default examples;
