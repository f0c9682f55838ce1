import { Google } from 'arctic';

export const google = new Google(process.env.GG_ID!, process.env.GG_SECRET!, process.env.GG_CALLBACK!);
