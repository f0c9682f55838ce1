import { error } from '@sveltejs/kit';
import { listAll } from '$lib/server/store';

export const load = async ({ cookies, locals }) => {
  const raw = cookies.get('layout');
  const layout = raw ? JSON.parse(raw) : null;
  if (locals.user?.role !== 'admin') error(403);
  return { all: await listAll(), wide: layout?.wide === true };
};
