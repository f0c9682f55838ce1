import { Lucia } from 'lucia';
import { adapter } from './adapter';
const attributes = { secure: true, domain: process.env.COOKIE_DOMAIN }; // expect: no-cookie-domain
export const lucia = new Lucia(adapter, { sessionCookie: { attributes } });
