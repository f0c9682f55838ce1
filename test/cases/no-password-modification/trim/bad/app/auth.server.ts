import { Lucia } from 'lucia';
import { adapter } from './adapter.server';
export const lucia = new Lucia(adapter, {});
