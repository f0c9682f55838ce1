import { Inject, Injectable } from '@nestjs/common';
import { Pool } from 'pg';

@Injectable()
export class AccountRepository {
  constructor(@Inject('PG') private readonly pool: Pool) {}

  async byId(id: string): Promise<{ id: string; passwordHash: string } | undefined> {
    const { rows } = await this.pool.query('select id, password_hash as "passwordHash" from account where id = $1', [
      id,
    ]);
    return rows[0];
  }

  async setPasswordHash(id: string, digest: string) {
    await this.pool.query('update account set password_hash = $2 where id = $1', [id, digest]);
  }
}
