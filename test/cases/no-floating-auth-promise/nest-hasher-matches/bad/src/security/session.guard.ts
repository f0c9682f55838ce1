import { CanActivate, ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { LuciaService } from './lucia.service';

@Injectable()
export class SessionGuard implements CanActivate {
  constructor(private readonly lucia: LuciaService) {}

  async canActivate(context: ExecutionContext) {
    const req = context.switchToHttp().getRequest();
    const sessionId = this.lucia.readSessionCookie(req.headers.cookie ?? '');
    if (!sessionId) throw new UnauthorizedException();
    const { user, session } = await this.lucia.validateSession(sessionId);
    if (!user) throw new UnauthorizedException();
    req.user = user;
    req.session = session;
    return true;
  }
}
