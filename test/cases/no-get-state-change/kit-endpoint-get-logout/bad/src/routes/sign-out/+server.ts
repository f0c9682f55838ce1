import { redirect } from '@sveltejs/kit';
import { endSession } from '$lib/server/auth';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, cookies }) => {
  if (locals.session) await endSession(locals.session.id, cookies); // expect: no-get-state-change
  redirect(303, '/');
};
