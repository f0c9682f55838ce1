const windowMs = 15 * 60 * 1000;
const attempts = new Map<string, { count: number; until: number }>();

/**
 * Counts an attempt and tells whether there were too many: call it before a password is verified or a mail is sent.
 * The counts live in this process. With several servers, keep them in a store that all of them share.
 */
export function isThrottled(key: string, limit: number): boolean {
  const now = Date.now();
  if (attempts.size > 10_000) {
    attempts.forEach((entry, old) => {
      if (entry.until <= now) attempts.delete(old);
    });
  }
  const entry = attempts.get(key);
  if (!entry || entry.until <= now) {
    attempts.set(key, { count: 1, until: now + windowMs });
    return false;
  }
  entry.count += 1;
  return entry.count > limit;
}
