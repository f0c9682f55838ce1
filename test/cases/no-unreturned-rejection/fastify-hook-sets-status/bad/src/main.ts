import Fastify from 'fastify';
import { client } from './lucia.js';
import guard from './plugins/guard.js';

const server = Fastify();
await server.register(guard);
server.get('/health', { config: { public: true } }, async () => 'ok');
server.get('/readings', async () => {
  const { rows } = await client.execute('select sensor, value, taken_at from reading order by taken_at desc limit 500');
  return rows;
});
await server.listen({ port: 8080 });
