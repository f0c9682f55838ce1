import { Lucia } from 'lucia';
import { adapter } from './users';

export const lucia = new Lucia(adapter);
