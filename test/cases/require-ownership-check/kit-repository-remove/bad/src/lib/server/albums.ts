import { eq } from 'drizzle-orm';
import { db } from './db';
import { albums } from './tables';

export async function removeAlbum(albumId: string) {
  await db.delete(albums).where(eq(albums.id, albumId));
}
