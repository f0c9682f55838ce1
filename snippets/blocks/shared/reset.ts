import { sendMail, siteLink } from '#mail';
import { createToken } from '#tokens';
import { findUserByEmail } from '#users';

/** Sends the link of a reset, if there is such a user. Nobody may see from the answer whether there is. */
export async function sendResetMail(email: string): Promise<void> {
  try {
    const user = await findUserByEmail(email);
    if (!user) return;
    const link = siteLink('/reset-password', await createToken(user.id, 'reset-password'));
    await sendMail({ to: email, subject: 'Choose a new password', text: `Open this link: ${link}` });
  } catch (error) {
    console.error('The reset mail was not sent.', error);
  }
}
