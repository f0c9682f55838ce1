import { GitHub } from 'arctic';

export default new GitHub(process.env.GH_ID!, process.env.GH_SECRET!, null);
