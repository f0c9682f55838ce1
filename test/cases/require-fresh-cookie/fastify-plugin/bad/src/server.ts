import Fastify from 'fastify';
import cookie from '@fastify/cookie';
import session from './plugins/session';

const app = Fastify({ logger: true });
await app.register(cookie);
await app.register(session);
app.get('/me', async (request, reply) => {
  if (!request.user) return reply.code(401).send({ error: 'unauthorized' });
  return { email: request.user.email };
});
await app.listen({ port: 3000 });
