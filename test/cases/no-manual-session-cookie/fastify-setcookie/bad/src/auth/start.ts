import type { FastifyReply } from 'fastify';
import { lucia } from './lucia';

const options = { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 2592000 } as const;

export class SessionStarter {
  async start(reply: FastifyReply, userId: string) {
    const { id } = await lucia.createSession(userId, {});
    reply.setCookie(lucia.sessionCookieName, id, options); // expect: no-manual-session-cookie
  }

  rememberDevice(reply: FastifyReply, device: string) {
    reply.setCookie('device', device, options);
  }
}
