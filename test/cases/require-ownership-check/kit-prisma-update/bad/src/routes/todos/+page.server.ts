import { fail } from '@sveltejs/kit';
import { setDone } from '$lib/server/todos';

export const actions = {
  toggle: async ({ request, locals }) => {
    if (!locals.user) return fail(401);
    const data = await request.formData();
    await setDone(data.get('id') as string, data.get('done') === 'on'); // expect: require-ownership-check
  },
};
