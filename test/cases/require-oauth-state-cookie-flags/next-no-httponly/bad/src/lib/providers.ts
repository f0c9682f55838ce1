import { GitHub, Google } from 'arctic';

export const github = new GitHub(process.env.GH_ID!, process.env.GH_SECRET!, null);
export const google = new Google(process.env.GG_ID!, process.env.GG_SECRET!, process.env.GG_CALLBACK!);
