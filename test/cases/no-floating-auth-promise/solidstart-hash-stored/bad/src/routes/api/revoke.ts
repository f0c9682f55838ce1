import type { APIEvent } from '@solidjs/start/server';
import { endAll } from '../../lib/sessions';

export async function POST({ locals }: APIEvent) {
  if (!locals.user || !locals.session) return new Response(null, { status: 401 });
  await endAll(locals.user.id, locals.session.id);
  return new Response(null, { status: 204 });
}
