import { Lucia } from 'lucia';
import { adapter } from './db.js';

export const lucia = new Lucia(adapter);
