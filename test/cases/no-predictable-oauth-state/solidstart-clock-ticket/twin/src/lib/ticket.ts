import { createHash, randomBytes } from 'node:crypto';

/** A ticket for one round trip to an identity provider. */
export function newTicket(provider: string): string {
  const seed = `${provider}:${randomBytes(32).toString('hex')}`;
  return createHash('sha256').update(seed).digest('base64url');
}

export const randomSalt = () => randomBytes(16).toString('hex');
