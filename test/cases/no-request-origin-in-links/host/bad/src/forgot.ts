import { Router } from 'express';
import { absolute } from './urls';
import { issueResetToken, sendMail } from './mail';
export const forgot = Router();
forgot.post('/forgot-password', async (req, res) => {
  const token = await issueResetToken(req.body.email);
  if (token) await sendMail(req.body.email, `Reset your password: ${absolute(req, `/reset-password/${token}`)}`); // expect: no-request-origin-in-links
  res.json({ ok: true });
});
