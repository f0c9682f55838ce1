import { cookies } from 'next/headers';
import { NextResponse, type NextRequest } from 'next/server';
import { lucia, prisma } from '../../../lib/lucia';

export async function GET(request: NextRequest) {
  const ticket = request.nextUrl.searchParams.get('ticket');
  if (!ticket) return NextResponse.redirect(new URL('/login', request.url));
  const login = await prisma.loginTicket.delete({ where: { ticket, expiresAt: { gt: new Date() } } });
  const session = await lucia.createSession(login.userId, {});
  const { name, value, attributes } = lucia.createSessionCookie(session.id);
  (await cookies()).set(name, value, attributes);
  return NextResponse.redirect(new URL('/', request.url));
}
