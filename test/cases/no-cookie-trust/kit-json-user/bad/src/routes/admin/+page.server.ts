import { error } from '@sveltejs/kit';
import { listAll } from '$lib/server/store';

export const load = async ({ cookies }) => {
  const raw = cookies.get('profile');
  const me = raw ? JSON.parse(raw) : null;
  if (me?.role !== 'admin') error(403); // expect: no-cookie-trust
  return { all: await listAll() };
};
