import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';

export function stateMatches(c: Context): boolean {
  const expected = getCookie(c, 'oauth_state');
  const received = c.req.query('state');
  if (!expected || !received) return false;
  return expected === received;
}
