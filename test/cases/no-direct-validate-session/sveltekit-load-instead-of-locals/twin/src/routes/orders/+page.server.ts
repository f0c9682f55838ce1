import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { db } from '$lib/server/db';

export const load: PageServerLoad = async ({ locals: { user } }) => {
  if (!user) redirect(302, '/login');
  const orders = db.prepare('SELECT id, total FROM orders WHERE user_id = ?').all(user.id);
  return { orders };
};
