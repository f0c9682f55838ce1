import { Lucia, TimeSpan } from 'lucia';
import { adapter } from './adapter';
const REMEMBER_ME_DAYS = 365 * 2;
export const lucia = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(REMEMBER_ME_DAYS, 'd'), // expect: session-expiry
});
