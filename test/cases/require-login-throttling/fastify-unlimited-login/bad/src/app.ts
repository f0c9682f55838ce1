import Fastify from 'fastify';
import { loginRoute } from './login';

export async function build() {
  const app = Fastify({ logger: true });
  await app.register(loginRoute);
  return app;
}
