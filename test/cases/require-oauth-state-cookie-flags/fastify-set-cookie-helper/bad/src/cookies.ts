import type { FastifyReply } from 'fastify';

export function putShortCookie(reply: FastifyReply, name: string, value: string) {
  return reply.setCookie(name, value, {
    path: '/',
    secure: true,
    sameSite: 'lax',
    maxAge: 300,
    httpOnly: false, // expect: require-oauth-state-cookie-flags
  });
}
