import { Elysia } from 'elysia';
import { eq } from 'drizzle-orm';
import { auth } from './auth';
import { db, links } from './db';
export const linkRoutes = new Elysia({ prefix: '/links' })
  .use(auth)
  .delete('/:id', async ({ params }) => {
    await db.delete(links).where(eq(links.id, params.id));
    return { ok: true };
  });
