import { Injectable } from '@nestjs/common';
import { lucia } from './lucia';

@Injectable()
export class AuthService {
  private readonly lucia = lucia;

  async end(sessionId: string): Promise<void> {
    await this.lucia.invalidateSession(sessionId);
  }

  blank(): string {
    return this.lucia.createBlankSessionCookie().serialize();
  }
}
