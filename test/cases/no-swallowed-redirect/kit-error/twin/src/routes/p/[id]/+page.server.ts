import { error } from '@sveltejs/kit';
import { find } from '$lib/server/find';
export const load = async ({ params }) => {
  let page = null;
  try {
    page = await find(params.id);
  } catch (e) {
    console.error('lookup failed');
  }
  if (!page) error(404, 'Not found');
  return { page };
};
