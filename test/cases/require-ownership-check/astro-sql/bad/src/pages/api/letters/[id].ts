import type { APIContext } from 'astro';
import { db } from '../../../db';
export async function DELETE(context: APIContext) {
  if (!context.locals.user) return new Response(null, { status: 401 });
  db.prepare('DELETE FROM letter WHERE id = ?').run(context.params.id); // expect: require-ownership-check
  return new Response(null, { status: 204 });
}
