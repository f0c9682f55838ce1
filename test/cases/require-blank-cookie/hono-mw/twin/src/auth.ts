import { Lucia } from 'lucia';
import { adapter } from './adapter';
export const auth = new Lucia(adapter);
