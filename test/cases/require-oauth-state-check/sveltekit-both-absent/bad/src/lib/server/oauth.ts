import { LinkedIn } from 'arctic';
import { env } from '$env/dynamic/private';

export const linkedin = new LinkedIn(env.LINKEDIN_ID, env.LINKEDIN_SECRET, env.LINKEDIN_CALLBACK);
