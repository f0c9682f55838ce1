import { hasSession } from '@/lib/has-session';
import { exportAll } from '@/lib/export';
export async function GET() {
  if (!(await hasSession())) return new Response(null, { status: 401 }); // expect: no-cookie-trust
  return Response.json(await exportAll());
}
