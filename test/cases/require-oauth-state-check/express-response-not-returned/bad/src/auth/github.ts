import { GitHub } from 'arctic';

export const github = new GitHub(process.env.GH_ID!, process.env.GH_SECRET!, 'https://api.example.com/auth/github/callback');
