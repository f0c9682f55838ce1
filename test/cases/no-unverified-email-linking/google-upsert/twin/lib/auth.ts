import { Google } from 'arctic';
import { Lucia } from 'lucia';
import { adapter } from './adapter';
export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
export const google = new Google('id', 'secret', 'https://app.example/login/google/callback');
