import { redirect } from '@sveltejs/kit';
import { generateState } from 'arctic';
import type { RequestHandler } from './$types';
import { discord } from '$lib/server/discord';

const MINUTE = 60;

export const GET: RequestHandler = async ({ cookies }) => {
  const nonce = generateState();
  const target = discord.createAuthorizationURL(nonce, ['identify']);
  cookies.set('discord_nonce', nonce, {
    path: '/',
    maxAge: 10 * MINUTE,
  });
  cookies.set('last_provider', 'discord', { path: '/', maxAge: 365 * 24 * 60 * MINUTE });
  redirect(302, target.toString());
};
