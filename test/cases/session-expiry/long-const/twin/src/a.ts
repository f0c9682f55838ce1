import { Lucia, TimeSpan } from 'lucia';
import { adapter } from './b';
const MONTHS = 2;
const options = { sessionExpiresIn: new TimeSpan(MONTHS * 30, 'd') };
export const lucia = new Lucia(adapter, options);
