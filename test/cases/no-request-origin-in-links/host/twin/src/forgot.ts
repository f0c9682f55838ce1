import { Router } from 'express';
import { absolute } from './urls';
import { issueResetToken, sendMail } from './mail';
export const forgot = Router();
forgot.post('/forgot-password', async (req, res) => {
  const token = await issueResetToken(req.body.email);
  console.info('reset asked on', req.get('host'));
  if (token) await sendMail(req.body.email, `Reset your password: ${absolute(`/reset-password/${token}`)}`);
  res.json({ ok: true });
});
