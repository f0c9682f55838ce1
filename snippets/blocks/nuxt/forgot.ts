import { defineEventHandler, getRequestIP, readBody } from 'h3';
import { readEmail } from '#credentials';
import { sendResetMail } from '#reset';
import { isThrottled } from '#throttle';

// Requests of other sites are refused in server/middleware.
export default defineEventHandler(async (event) => {
  const email = readEmail((await readBody(event))?.email);
  if (email && !isThrottled(`reset:${getRequestIP(event)}`, 20) && !isThrottled(`reset:${email}`, 3)) {
    // Not awaited: the time of the answer must not tell whether the address is known.
    void sendResetMail(email);
  }
  return { message: 'If the address is known, a mail with a link is on its way.' };
});
