import type { Actions } from '@sveltejs/kit';
import { readEmail } from '#credentials';
import { sendResetMail } from '#reset';
import { isThrottled } from '#throttle';

export const actions: Actions = {
  default: async (event) => {
    const email = readEmail((await event.request.formData()).get('email'));
    if (email && !isThrottled(`reset:${event.getClientAddress()}`, 20) && !isThrottled(`reset:${email}`, 3)) {
      // Not awaited: the time of the answer must not tell whether the address is known.
      void sendResetMail(email);
    }
    return { message: 'If the address is known, a mail with a link is on its way.' };
  },
};
