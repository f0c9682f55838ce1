import { Lucia } from 'lucia';
import { adapter } from './adapter';
const attributes = { secure: true };
export const lucia = new Lucia(adapter, { sessionCookie: { attributes } });
