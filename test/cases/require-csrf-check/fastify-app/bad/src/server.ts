import Fastify from 'fastify';
import { lucia } from './lucia';
import { prisma } from './prisma';
const app = Fastify();
app.addHook('preHandler', async (request, reply) => {
  const id = lucia.readSessionCookie(request.headers.cookie ?? '');
  const result = id ? await lucia.validateSession(id) : { user: null, session: null };
  if (result.session?.fresh) reply.header('Set-Cookie', lucia.createSessionCookie(result.session.id).serialize());
  if (id && !result.session) reply.header('Set-Cookie', lucia.createBlankSessionCookie().serialize());
  request.user = result.user;
  if (!result.user) return reply.code(401).send();
});
app.post('/notes', async (request) => { // expect: require-csrf-check
  await prisma.note.create({ data: { body: String(request.body), userId: request.user.id } });
});
app.listen({ port: 3000 });
