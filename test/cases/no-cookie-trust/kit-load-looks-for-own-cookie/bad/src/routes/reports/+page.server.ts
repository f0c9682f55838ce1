import { redirect } from '@sveltejs/kit';
import { db } from '$lib/server/db';
import { SESSION_COOKIE } from '$lib/server/sessions';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ cookies }) => {
  const hasSession = cookies.get(SESSION_COOKIE) !== undefined;
  if (!hasSession) redirect(302, '/login'); // expect: no-cookie-trust
  return { reports: db.prepare('SELECT id, title, body FROM report ORDER BY id DESC').all() };
};
