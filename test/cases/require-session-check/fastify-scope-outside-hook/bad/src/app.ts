import Fastify from 'fastify';
import { mustBeStaff } from './plugins/session.js';
import { movementRoutes } from './routes/movements.js';
import { productRoutes } from './routes/products.js';

export function build() {
  const app = Fastify({ logger: true });

  app.register(async (inner) => {
    inner.addHook('preHandler', mustBeStaff);
    inner.register(movementRoutes, { prefix: '/movements' });
  });
  app.register(productRoutes, { prefix: '/products' });

  return app;
}
