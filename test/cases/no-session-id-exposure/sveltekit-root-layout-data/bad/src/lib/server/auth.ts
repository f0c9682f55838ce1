import { dev } from '$app/environment';
import { Lucia } from 'lucia';
import { adapter } from './db';

export const lucia = new Lucia(adapter, {
  sessionCookie: { attributes: { secure: !dev } },
  getUserAttributes: (row) => ({ name: row.name }),
});
