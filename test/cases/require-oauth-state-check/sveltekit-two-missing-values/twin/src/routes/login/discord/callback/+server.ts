import { error, redirect } from '@sveltejs/kit';
import { OAuth2RequestError } from 'arctic';
import type { RequestEvent } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { auth } from '$lib/server/auth';
import { db } from '$lib/server/db';
import { users } from '$lib/server/schema';
import { discord } from '$lib/server/providers';

export async function GET(event: RequestEvent) {
  const code = event.url.searchParams.get('code');
  const state = event.url.searchParams.get('state');
  const stored = event.cookies.get('discord_oauth_state');
  if (!code || !state || !stored || state !== stored) {
    error(400, 'Invalid login attempt');
  }
  let discordId: string;
  try {
    const tokens = await discord.validateAuthorizationCode(code);
    const me = await event.fetch('https://discord.com/api/users/@me', {
      headers: { authorization: `Bearer ${tokens.accessToken}` },
    });
    if (!me.ok) return new Response(null, { status: 502 });
    discordId = (await me.json()).id;
  } catch (e) {
    return new Response(null, { status: e instanceof OAuth2RequestError ? 400 : 500 });
  }
  const [row] = await db.select({ id: users.id }).from(users).where(eq(users.githubId, discordId));
  if (!row) redirect(302, '/signup');
  const session = await auth.createSession(row.id, {});
  const cookie = auth.createSessionCookie(session.id);
  event.cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
  redirect(302, '/');
}
