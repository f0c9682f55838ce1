import { generateIdFromEntropySize, verifyRequestOrigin } from 'lucia';
import { startSession } from '@/auth/start-session';
import { db } from '@/db';

export async function POST(request: Request) {
  const origin = request.headers.get('Origin');
  const host = request.headers.get('Host');
  if (!origin || !host || !verifyRequestOrigin(origin, [host])) {
    return new Response(null, { status: 403 });
  }
  const meta = await request.json();
  const id = generateIdFromEntropySize(10);
  db.prepare('insert into listener (id, guest) values (?, 1)').run(id);
  await startSession(id, { label: String(meta.label ?? 'guest') });
  return new Response(null, { status: 204 });
}
