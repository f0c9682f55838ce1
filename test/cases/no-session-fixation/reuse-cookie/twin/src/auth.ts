import { Lucia, generateIdFromEntropySize } from 'lucia';
import { adapter } from './adapter';
export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
export const newId = () => generateIdFromEntropySize(25);
