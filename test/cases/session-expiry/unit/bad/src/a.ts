import { Lucia, TimeSpan } from 'lucia';
import { adapter } from './b';
export const lucia = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(30, 'days' as never), // expect: session-expiry
});
