import type { FastifyInstance } from 'fastify';
import { sql } from '../sql.js';

export async function movementRoutes(app: FastifyInstance) {
  app.post<{ Body: { product: string; delta: number } }>('/', async (request, reply) => {
    const { product, delta } = request.body;
    await sql`insert into movement (product_id, delta, staff_id) values (${product}, ${delta}, ${request.staff!.id})`;
    return reply.code(201).send();
  });
}
