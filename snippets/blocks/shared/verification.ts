import { sendMail, siteLink } from '#mail';
import { createToken } from '#tokens';

/** Asks new users to prove that an address is theirs. They can go on if the mail does not leave, and ask for it again. */
export async function sendVerificationMail(userId: string, email: string): Promise<void> {
  try {
    const link = siteLink('/*#verifyPath*//verify-email/*#*/', await createToken(userId, 'verify-email'));
    await sendMail({ to: email, subject: 'Confirm your e-mail address', text: `Open this link: ${link}` });
  } catch (error) {
    console.error('The verification mail was not sent.', error);
  }
}
