import { GitHub } from 'arctic';
export const github = new GitHub(import.meta.env.GITHUB_ID, import.meta.env.GITHUB_SECRET, null);
