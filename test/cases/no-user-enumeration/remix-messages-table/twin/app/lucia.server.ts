import { Lucia } from 'lucia';
import { adapter } from './db.server';

export const lucia = new Lucia(adapter);
