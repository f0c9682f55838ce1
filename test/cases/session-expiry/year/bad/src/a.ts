import { Lucia, TimeSpan } from 'lucia';
import { adapter } from './b';
export const lucia = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(52, 'w'), // expect: session-expiry
});
