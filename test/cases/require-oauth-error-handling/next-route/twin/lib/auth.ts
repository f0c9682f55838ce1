import { Lucia } from 'lucia';
import { GitHub } from 'arctic';
import { adapter } from './adapter';
export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
export const github = new GitHub(process.env.ID!, process.env.SECRET!);
