import type { APIRoute } from 'astro';
import { generateIdFromEntropySize } from 'lucia';
import { db } from '../../lib/db';
import { signInAs } from '../../lib/guest';

export const POST: APIRoute = async (context) => {
  const id = generateIdFromEntropySize(10);
  db.prepare('INSERT INTO user (id, email) VALUES (?, ?)').run(id, `${id}@guest.invalid`);
  await signInAs(context, id);
  return context.redirect('/');
};
