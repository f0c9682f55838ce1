import { Lucia, TimeSpan } from 'lucia';
import { adapter } from './b';
const MONTHS = 12;
const options = { sessionExpiresIn: new TimeSpan(MONTHS * 30, 'd') }; // expect: session-expiry
export const lucia = new Lucia(adapter, options);
