import { Elysia, t } from 'elysia';
import { ArcticFetchError, OAuth2RequestError, Reddit } from 'arctic';
import { eq } from 'drizzle-orm';
import { newToken, openSession } from '../auth/sessions';
import { db } from '../db';
import { users } from '../db/schema';

const reddit = new Reddit(Bun.env.REDDIT_ID!, Bun.env.REDDIT_SECRET!, Bun.env.REDDIT_CALLBACK!);

type RedditMe = { id: string; name: string };

export const redditRoutes = new Elysia({ prefix: '/auth/reddit' }).get(
  '/callback',
  async ({ query, cookie: { reddit_state, session_token }, redirect, error }) => {
    const expected = reddit_state.value;
    reddit_state.remove();
    if (!expected || expected !== query.state) return error(400, 'Bad state');

    let me: RedditMe;
    try {
      const tokens = await reddit.validateAuthorizationCode(query.code);
      const res = await fetch('https://oauth.reddit.com/api/v1/me', {
        headers: { Authorization: `Bearer ${tokens.accessToken()}` },
      });
      if (!res.ok) return error(502, 'Reddit is unavailable');
      me = (await res.json()) as RedditMe;
    } catch (e) {
      if (e instanceof OAuth2RequestError || e instanceof ArcticFetchError) return error(400, 'Could not sign in');
      throw e;
    }

    let [user] = await db.select().from(users).where(eq(users.username, me.name)).limit(1); // expect: require-provider-user-id
    if (!user) {
      [user] = await db.insert(users).values({ redditId: me.id, username: me.name }).returning();
    }
    const token = newToken();
    const expires = await openSession(token, user!.id);
    session_token.set({ value: token, httpOnly: true, secure: true, sameSite: 'lax', path: '/', expires });
    return redirect('/');
  },
  {
    query: t.Object({ code: t.String(), state: t.String() }),
    cookie: t.Cookie({ reddit_state: t.Optional(t.String()), session_token: t.Optional(t.String()) }),
  },
);
