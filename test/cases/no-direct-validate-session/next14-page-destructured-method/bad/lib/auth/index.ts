export { getUserSession as getAuth } from './get-user-session';
export * from '../lucia';
