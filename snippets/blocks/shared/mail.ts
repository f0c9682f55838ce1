import { requiredEnv } from '#env';

/** Sends a mail through the HTTP interface of your mail provider: fit the body to what it expects. */
export async function sendMail(mail: { to: string; subject: string; text: string }): Promise<void> {
  const response = await fetch(requiredEnv('MAIL_API_URL'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${requiredEnv('MAIL_API_KEY')}` },
    body: JSON.stringify({ from: requiredEnv('MAIL_FROM'), ...mail }),
  });
  if (!response.ok) throw new Error(`the mail provider answered ${response.status}`);
}

/** A link into this site. The origin is a setting: headers of a request can name any host. */
export function siteLink(path: string, token: string): string {
  const url = new URL(path, requiredEnv('SITE_ORIGIN'));
  url.searchParams.set('token', token);
  return url.href;
}
