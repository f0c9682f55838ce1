import { Discord } from 'arctic';
export const discord = new Discord(process.env.DISCORD_ID!, process.env.DISCORD_SECRET!, 'https://app.example/login/discord/callback');
