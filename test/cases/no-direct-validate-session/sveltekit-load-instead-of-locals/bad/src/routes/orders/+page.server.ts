import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { lucia } from '$lib/server/auth';
import { db } from '$lib/server/db';

export const load: PageServerLoad = async ({ cookies }) => {
  const sid = cookies.get(lucia.sessionCookieName);
  if (!sid) redirect(302, '/login');
  const { user } = await lucia.validateSession(sid); // expect: no-direct-validate-session
  if (!user) redirect(302, '/login');
  const orders = db.prepare('SELECT id, total FROM orders WHERE user_id = ?').all(user.id);
  return { orders };
};
