import { Lucia } from 'lucia';
import { adapter } from './adapter';
export const luciaFor = (host: string) => new Lucia(adapter, { sessionCookie: { name: host } });
