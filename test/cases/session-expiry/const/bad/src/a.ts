import { Lucia, TimeSpan } from 'lucia';
import { adapter } from './b';
import { SESSION_DAYS } from './config';
const lifetime = new TimeSpan(SESSION_DAYS, 'd');
export const lucia = new Lucia(adapter, {
  sessionExpiresIn: lifetime, // expect: session-expiry
});
