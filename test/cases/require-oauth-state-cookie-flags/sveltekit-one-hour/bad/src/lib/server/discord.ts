import { Discord } from 'arctic';
import { env } from '$env/dynamic/private';

export const discord = new Discord(env.DISCORD_ID!, env.DISCORD_SECRET!, env.DISCORD_CALLBACK!);
