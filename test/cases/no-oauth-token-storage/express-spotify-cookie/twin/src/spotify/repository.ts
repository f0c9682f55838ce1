import { sql } from '../sql.js';

export async function linkSpotify(userId: string, spotifyId: string): Promise<void> {
  await sql`update users set spotify_id = ${spotifyId} where id = ${userId}`;
}
