import type { FastifyReply } from 'fastify';
import { lucia } from './lucia';

const options = { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 2592000 } as const;

export class SessionStarter {
  async start(reply: FastifyReply, userId: string) {
    const { id } = await lucia.createSession(userId, {});
    const { name, value, attributes } = lucia.createSessionCookie(id);
    reply.setCookie(name, value, attributes as typeof options);
  }

  rememberDevice(reply: FastifyReply, device: string) {
    reply.setCookie('device', device, options);
  }
}
