import { GitHub } from 'arctic';

export const github = new GitHub(process.env.GITHUB_CLIENT_ID!, process.env.GITHUB_CLIENT_SECRET!);

export const stateCookieName = 'github_oauth_state';
