import { D1Adapter } from '@lucia-auth/adapter-sqlite';
import { Lucia } from 'lucia';

export function initialize(DB: D1Database) {
  return new Lucia(new D1Adapter(DB, { user: 'customer', session: 'customer_session' }), {
    getUserAttributes: (attributes) => ({ role: attributes.role }),
  });
}

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof initialize>;
    DatabaseUserAttributes: { role: 'buyer' | 'staff' };
  }
}
