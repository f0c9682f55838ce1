import { and, eq } from 'drizzle-orm';
import { db } from './db';
import { albums } from './tables';

export async function removeAlbum(albumId: string, ownerId: string) {
  await db.delete(albums).where(and(eq(albums.id, albumId), eq(albums.userId, ownerId)));
}
