import { Elysia } from 'elysia';
import { verifyRequestOrigin } from 'lucia';
import { auth } from './lucia';

export const authRoutes = new Elysia({ prefix: '/auth' })
  .onBeforeHandle(({ request, error }) => {
    if (request.method === 'GET') return;
    const ok = verifyRequestOrigin(request.headers.get('origin') ?? '', [request.headers.get('host') ?? '']);
    if (!ok) return error(403);
  })
  .delete('/session', async ({ cookie, headers, set }) => {
    const id = auth.readSessionCookie(headers.cookie ?? '');
    const { session } = await auth.validateSession(id ?? '');
    if (session) {
      await auth.invalidateSession(session.id);
      const gone = auth.createBlankSessionCookie();
      cookie[gone.name]!.set({ value: gone.value, ...gone.attributes });
    }
    set.status = 204;
  });
