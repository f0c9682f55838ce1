export * from './oauth-state';
export { lucia as auth } from './lucia';
