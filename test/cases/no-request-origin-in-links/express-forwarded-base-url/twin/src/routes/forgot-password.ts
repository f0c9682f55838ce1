import { createHash, randomBytes } from 'node:crypto';
import { Router } from 'express';
import { baseUrl } from '../lib/base-url';
import { mail } from '../lib/mail';
import { User, ResetToken } from '../models';

export const forgotPassword = Router();

forgotPassword.post('/forgot-password', async (req, res, next) => {
  try {
    const user = await User.findOne({ email: String(req.body.email).toLowerCase() });
    if (user) {
      const token = randomBytes(32).toString('hex');
      await ResetToken.create({
        userId: user.id,
        tokenHash: createHash('sha256').update(token).digest('hex'),
        expiresAt: new Date(Date.now() + 3_600_000),
      });
      const link = `${baseUrl(req)}/reset-password/${token}`;
      await mail(user.email, 'Reset your password', `Follow ${link} within an hour.`);
    }
    res.render('forgot-password-sent');
  } catch (e) {
    next(e);
  }
});
