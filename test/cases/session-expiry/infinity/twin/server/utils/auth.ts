import { Lucia, TimeSpan } from 'lucia';
import { adapter } from './adapter';
const tokenLife = new TimeSpan(500, 'd');
const options = { sessionExpiresIn: new TimeSpan(2, 'w') };
export const lucia = new Lucia(adapter, options);
export const isOld = (age: number) => age > tokenLife.milliseconds();
