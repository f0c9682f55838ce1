import { PostgresJsAdapter } from '@lucia-auth/adapter-postgresql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Lucia, verifyRequestOrigin, type Session, type User } from 'lucia';
import { sql } from '../sql.js';

export const lucia = new Lucia(new PostgresJsAdapter(sql, { user: 'staff', session: 'staff_session' }), {});

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    staff: User | null;
    session: Session | null;
  }
}

export async function mustBeStaff(request: FastifyRequest, reply: FastifyReply) {
  if (request.method !== 'GET' && !verifyRequestOrigin(request.headers.origin ?? '', [request.headers.host ?? ''])) {
    return reply.code(403).send();
  }
  const id = lucia.readSessionCookie(request.headers.cookie ?? '');
  const { user, session } = await lucia.validateSession(id ?? '');
  if (!session) {
    return reply
      .header('set-cookie', lucia.createBlankSessionCookie().serialize())
      .code(401)
      .send({ error: 'unauthorized' });
  }
  if (session.fresh) reply.header('set-cookie', lucia.createSessionCookie(session.id).serialize());
  request.staff = user;
  request.session = session;
}
