import { start } from '$lib/server/start';
import { checkPassword } from '$lib/server/login';

export const actions = {
  default: async ({ request }) => {
    const form = await request.formData();
    const user = await checkPassword(form);
    await start(user.id, { country: request.headers.get('cf-ipcountry') ?? 'XX' });
  },
};
