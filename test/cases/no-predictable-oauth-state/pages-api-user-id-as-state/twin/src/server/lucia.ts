import { Lucia } from 'lucia';
import { adapter } from './db';

export const lucia = new Lucia(adapter);
