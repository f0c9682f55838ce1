import { Lucia } from 'lucia';
import { adapter } from './adapter';
export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
