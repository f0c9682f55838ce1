import { Lucia } from 'lucia';
import { adapter } from '../database';

export const lucia = new Lucia(adapter, { sessionCookie: { attributes: { secure: !import.meta.dev } } });
