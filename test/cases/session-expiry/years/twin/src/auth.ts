import { Lucia, TimeSpan } from 'lucia';
import { adapter } from './adapter';
const REMEMBER_ME_HOURS = 24 * 30;
export const lucia = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(REMEMBER_ME_HOURS, 'h'),
});
