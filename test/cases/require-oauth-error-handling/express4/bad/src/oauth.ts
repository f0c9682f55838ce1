import { GitHub } from 'arctic';
export const github = new GitHub('id', 'secret', null);
