import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import logger from './log';
import { lucia } from './lucia';

const shorten = (id: string) => createHash('sha256').update(id).digest('hex').slice(0, 12);

export async function openSession(reply: FastifyReply, userId: string) {
  const opened = await lucia.createSession(userId, {});
  logger.info('session opened', { ...opened, ip: reply.request.ip, mark: shorten(userId) }); // expect: no-session-id-logging
  reply.header('Set-Cookie', lucia.createSessionCookie(opened.id).serialize());
}
