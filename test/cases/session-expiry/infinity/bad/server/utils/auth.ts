import { Lucia, TimeSpan } from 'lucia';
import { adapter } from './adapter';
const forever = new TimeSpan(500, 'd');
const options = { sessionExpiresIn: forever }; // expect: session-expiry
export const lucia = new Lucia(adapter, options);
