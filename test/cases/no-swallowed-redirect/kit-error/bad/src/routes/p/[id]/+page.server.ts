import { error } from '@sveltejs/kit';
import { find } from '$lib/server/find';
export const load = async ({ params }) => {
  let page = null;
  try {
    page = await find(params.id);
    if (!page) error(404, 'Not found'); // expect: no-swallowed-redirect
  } catch (e) {
    console.error('lookup failed');
  }
  return { page };
};
