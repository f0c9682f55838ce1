import { randomBytes } from 'node:crypto';
import { Google, generateCodeVerifier } from 'arctic';
import { Router } from 'express';
const google = new Google('id', 'secret', 'https://app.example/cb');
export const router = Router();
router.get('/login/google', (req, res) => {
  const state = `login-${randomBytes(24).toString('base64url')}`;
  const verifier = generateCodeVerifier();
  const url = google.createAuthorizationURL(state, verifier, ['openid', 'email']);
  res.cookie('g_state', state, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600000 });
  res.cookie('g_verifier', verifier, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600000 });
  res.redirect(url.toString());
});
