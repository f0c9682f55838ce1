import { redirect } from '@sveltejs/kit';
import { db } from '$lib/server/db';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const hasSession = locals.session !== null;
  if (!hasSession) redirect(302, '/login');
  return { reports: db.prepare('SELECT id, title, body FROM report ORDER BY id DESC').all() };
};
