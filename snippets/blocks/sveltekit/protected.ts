import { redirect } from '@sveltejs/kit';
import type { ServerLoad } from '@sveltejs/kit';

// Each page and each endpoint asks for itself: a load function of a layout can be skipped.
export const load: ServerLoad = (event) => {
  const { user } = event.locals;
  if (!user) redirect(303, '/login');
  return { /*#shownField*/email: user.email/*#*/ };
};
