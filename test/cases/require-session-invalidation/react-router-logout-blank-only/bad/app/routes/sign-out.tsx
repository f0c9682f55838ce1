import { verifyRequestOrigin } from 'lucia';
import { data, redirect } from 'react-router';
import lucia from '../auth/lucia.server';
import { readSession } from '../auth/reader.server';
import type { Route } from './+types/sign-out';

export async function action({ request }: Route.ActionArgs) {
  const host = request.headers.get('host');
  if (!host || !verifyRequestOrigin(request.headers.get('origin') ?? '', [host])) {
    throw data(null, { status: 403 });
  }
  const { session } = await readSession(request);
  if (!session) return redirect('/');
  const blank = lucia.createBlankSessionCookie(); // expect: require-session-invalidation
  return redirect('/', { headers: { 'Set-Cookie': blank.serialize() } });
}

export const loader = () => redirect('/');
