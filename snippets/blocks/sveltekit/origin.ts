import type { Handle } from '@sveltejs/kit';
import { verifyRequestOrigin } from 'lucia';

/**
 * Refuses requests that change something and were sent by another site. SvelteKit itself does so for forms, and in production
 * only. It compares with the host of the request, which adapters read as their ORIGIN or HOST_HEADER settings say.
 */
export const checkOrigin: Handle = async ({ event, resolve }) => {
  const { method } = event.request;
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return resolve(event);
  //#if form-post
  //: // Apple sends the browser back with a form; the state cookie guards that request.
  //: if (event.url.pathname === '/login/apple/callback') return resolve(event);
  //#endif
  const origin = event.request.headers.get('Origin');
  if (!origin || !verifyRequestOrigin(origin, [event.url.host])) return new Response('Forbidden', { status: 403 });
  return resolve(event);
};
