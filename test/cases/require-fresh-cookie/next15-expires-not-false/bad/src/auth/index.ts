export { getCurrentUser } from './current-user';
export { lucia, prisma } from './config';
