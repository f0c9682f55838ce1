import { json } from '@sveltejs/kit';
import { db } from '$lib/server/db';
import { photos } from '$lib/server/schema';
import { eq } from 'drizzle-orm';

export async function DELETE({ params }) { // expect: require-session-check
  await db.delete(photos).where(eq(photos.id, params.id));
  return json({ ok: true });
}
