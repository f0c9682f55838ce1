import {
  CanActivate,
  ExecutionContext,
  ForbiddenException,
  Inject,
  Injectable,
  UnauthorizedException,
} from '@nestjs/common';
import { Lucia, verifyRequestOrigin } from 'lucia';
import { LUCIA } from './lucia.provider';

@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(@Inject(LUCIA) private readonly lucia: Lucia) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest();
    const response = context.switchToHttp().getResponse();
    if (request.method !== 'GET' && !verifyRequestOrigin(request.headers.origin ?? '', [request.headers.host])) {
      throw new ForbiddenException();
    }
    const id = this.lucia.readSessionCookie(request.headers.cookie ?? '');
    const { session, user } = await this.lucia.validateSession(id ?? '');
    if (!session) {
      response.appendHeader('Set-Cookie', this.lucia.createBlankSessionCookie().serialize());
      throw new UnauthorizedException();
    }
    if (session.fresh) response.appendHeader('Set-Cookie', this.lucia.createSessionCookie(session.id).serialize());
    request.user = user;
    return true;
  }
}
