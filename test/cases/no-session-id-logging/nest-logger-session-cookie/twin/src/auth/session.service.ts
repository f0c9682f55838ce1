import { Injectable, Logger } from '@nestjs/common';
import { lucia } from './lucia';

@Injectable()
export class SessionService {
  private readonly logger = new Logger(SessionService.name);

  async open(userId: string): Promise<string> {
    const { id, expiresAt } = await lucia.createSession(userId, {});
    this.logger.debug(`opened a session for ${userId} until ${expiresAt.toISOString()}`);
    return lucia.createSessionCookie(id).serialize();
  }

  async close(sessionId: string): Promise<string> {
    await lucia.invalidateSession(sessionId);
    this.logger.debug('closed a session');
    return lucia.createBlankSessionCookie().serialize();
  }
}
