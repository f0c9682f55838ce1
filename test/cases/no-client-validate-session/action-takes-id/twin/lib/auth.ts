import { Lucia } from 'lucia';
import { adapter } from './adapter';
export const lucia = new Lucia(adapter, { sessionCookie: { attributes: { secure: process.env.NODE_ENV === 'production' } } });
