import { GitHub } from 'arctic';

export const github = new GitHub(process.env.NUXT_GH_ID!, process.env.NUXT_GH_SECRET!);
