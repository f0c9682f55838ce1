import type { APIRoute } from 'astro';
import { readEmail } from '#credentials';
import { sendResetMail } from '#reset';
import { isThrottled } from '#throttle';

export const prerender = false;

// Requests of other sites are refused in the middleware.
export const POST: APIRoute = async (context) => {
  const email = readEmail((await context.request.formData()).get('email'));
  if (email && !isThrottled(`reset:${context.clientAddress}`, 20) && !isThrottled(`reset:${email}`, 3)) {
    // Not awaited: the time of the answer must not tell whether the address is known.
    void sendResetMail(email);
  }
  return context.redirect('/forgot-password?sent=1', 303);
};
