export * from './constants';
export { lucia as auth } from './auth';
export { db } from './db';
export { users } from './schema';
