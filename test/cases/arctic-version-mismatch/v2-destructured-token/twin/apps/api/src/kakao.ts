import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { kakao } from '@acme/providers';
import { signIn } from './sign-in';

const app = new Hono();

app.get('/kakao/callback', async (c) => {
  const code = c.req.query('code');
  const state = c.req.query('state');
  const expected = getCookie(c, 'kakao_state');
  if (!code || !state || state !== expected) return c.json({ message: 'invalid state' }, 400);
  try {
    const tokens = await kakao.validateAuthorizationCode(code);
    const answer = await fetch('https://kapi.kakao.com/v2/user/me', {
      headers: { Authorization: `Bearer ${tokens.accessToken()}` },
    });
    const { id } = (await answer.json()) as { id: number };
    return await signIn(c, 'kakao', String(id));
  } catch (e) {
    console.error('kakao sign-in failed', e instanceof Error ? e.message : e);
    return c.json({ message: 'sign-in failed' }, 502);
  }
});

export default app;
