import { json } from '@sveltejs/kit';
import { must } from '$lib/server/guard';
import { db } from '$lib/server/db';
import { photos } from '$lib/server/schema';
import { and, eq } from 'drizzle-orm';

export async function DELETE(event) {
  const me = must(event);
  await db.delete(photos).where(and(eq(photos.id, event.params.id), eq(photos.userId, me.id)));
  return json({ ok: true });
}
