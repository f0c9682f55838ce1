import { lucia } from './lucia';
export async function createContext({ req }: { req: Request }) {
  const id = lucia.readSessionCookie(req.headers.get('cookie') ?? '');
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  return { user };
}
