import { CanActivate, ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { lucia } from './lucia';
@Injectable()
export class SessionGuard implements CanActivate {
  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    const id = lucia.readSessionCookie(request.headers.cookie ?? '');
    const { user } = id ? await lucia.validateSession(id) : { user: null };
    if (!user) throw new UnauthorizedException();
    request.user = user;
    return true;
  }
}
