import type { FastifyInstance } from 'fastify';
import { sql } from '../sql.js';

interface ProductBody {
  name: string;
  shelf: string;
}

export async function productRoutes(app: FastifyInstance) {
  app.get('/', async () => sql`select id, name, shelf from product order by name`);

  app.post<{ Body: ProductBody }>('/', async (request, reply) => {
    const { name, shelf } = request.body;
    const [row] = await sql`insert into product (name, shelf) values (${name}, ${shelf}) returning id`;
    return reply.code(201).send(row);
  });
}
