import { GitHub, generateState } from 'arctic';
export const github = new GitHub('id', 'secret', null);
export const freshState = (next: string) => `${generateState()}.${encodeURIComponent(next)}`;
