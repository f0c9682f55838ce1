import { D1Adapter } from '@lucia-auth/adapter-sqlite';
import { createMiddleware } from 'hono/factory';
import { Lucia } from 'lucia';
import type { AppEnv } from './env';

const make = (DB: D1Database) => new Lucia(new D1Adapter(DB, { user: 'agent', session: 'agent_session' }), {});

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof make>;
  }
}

export const loadAgent = createMiddleware<AppEnv>(async (c, next) => {
  const lucia = make(c.env.DB);
  const id = lucia.readSessionCookie(c.req.header('Cookie') ?? '') ?? '';
  const { user, session } = await lucia.validateSession(id);
  if (session?.fresh) c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize(), { append: true });
  if (!session) c.header('Set-Cookie', lucia.createBlankSessionCookie().serialize(), { append: true });
  c.set('user', user);
  c.set('session', session);
  await next();
});

export const agentsOnly = createMiddleware<AppEnv>(async (c, next) => {
  if (!c.get('user')) c.json({ error: 'agents only' }, 401); // expect: no-unreturned-rejection
  await next();
});
