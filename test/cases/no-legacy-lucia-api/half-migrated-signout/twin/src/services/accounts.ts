import { hash } from '@node-rs/argon2';
import { auth, pool } from '../auth.js';

export class Accounts {
  constructor(private readonly sessions = auth) {}

  async resetPassword(bidderId: string, next: string) {
    const digest = await hash(next, { memoryCost: 19456, timeCost: 2, parallelism: 1 });
    await pool.query('update bidder set password_hash = $1 where id = $2', [digest, bidderId]);
    await this.sessions.invalidateUserSessions(bidderId);
    const session = await this.sessions.createSession(bidderId, {});
    return this.sessions.createSessionCookie(session.id);
  }
}
