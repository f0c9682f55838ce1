import { /*#generate*/generateIdFromEntropySize/*#*/ } from 'lucia';
import { deleteTokens, saveToken, takeToken } from '#users';

type Purpose = 'verify-email' | 'reset-password';

const lifetimeMs = { 'verify-email': 24 * 60 * 60 * 1000, 'reset-password': 60 * 60 * 1000 };

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A token for a link that goes to the user by mail. Earlier links of the same purpose stop working. */
export async function createToken(userId: string, purpose: Purpose): Promise<string> {
  const token = /*#mailedToken*/generateIdFromEntropySize(25)/*#*/;
  await deleteTokens(userId, purpose);
  await saveToken({
    hash: await sha256(token),
    purpose,
    userId,
    expiresAt: new Date(Date.now() + lifetimeMs[purpose]),
  });
  return token;
}

/** The user whom a token was sent to, or null. A token works once. */
export async function redeemToken(token: string, purpose: Purpose): Promise<string | null> {
  const stored = await takeToken(await sha256(token), purpose);
  return stored && stored.expiresAt.getTime() > Date.now() ? stored.userId : null;
}
