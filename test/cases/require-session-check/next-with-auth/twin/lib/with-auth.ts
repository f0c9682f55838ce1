import { cookies } from 'next/headers';
import { lucia } from './auth';
type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
export function withAuth(handler: Handler): Handler {
  return async (request, context) => {
    const id = (await cookies()).get(lucia.sessionCookieName)?.value;
    const { user } = id ? await lucia.validateSession(id) : { user: null };
    if (!user) return new Response('Unauthorized', { status: 401 });
    return handler(request, context);
  };
}
export function withErrors(handler: Handler): Handler {
  return async (request, context) => {
    try {
      return await handler(request, context);
    } catch {
      return new Response('Something went wrong', { status: 500 });
    }
  };
}
