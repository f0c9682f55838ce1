import { generateState, GitHub } from 'arctic';
import { Elysia } from 'elysia';

const github = new GitHub(process.env.GH_ID!, process.env.GH_SECRET!, null);

export const login = new Elysia().get('/login/github', ({ cookie, redirect }) => {
  const state = generateState();
  cookie.gh_state.set({
    value: state,
    httpOnly: true,
    secure: true,
    sameSite: 'strict', // expect: require-oauth-state-cookie-flags
    path: '/',
    expires: new Date(Date.now() + 10 * 60 * 1000),
  });
  return redirect(github.createAuthorizationURL(state, []).toString());
});
