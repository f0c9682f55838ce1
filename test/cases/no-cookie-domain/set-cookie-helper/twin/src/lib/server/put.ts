import type { Cookies } from '@sveltejs/kit';
import type { Cookie } from 'lucia';
export function put(cookies: Cookies, cookie: Cookie) {
  cookies.set(cookie.name, cookie.value, { path: '.', ...cookie.attributes });
}
