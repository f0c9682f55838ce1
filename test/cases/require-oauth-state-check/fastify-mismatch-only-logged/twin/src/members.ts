import { pool } from './pool';

export async function upsertMember(discordId: string, name: string): Promise<{ id: string }> {
  const { rows } = await pool.query(
    `insert into members (id, discord_id, name) values (gen_random_uuid(), $1, $2)
     on conflict (discord_id) do update set name = excluded.name returning id`,
    [discordId, name],
  );
  return rows[0];
}
