import { redis } from './redis';

/** Ten tries in ten minutes, for an address and for an account. */
export async function mayTry(ip: string, email: string): Promise<boolean> {
  const counts = await Promise.all(
    [`try:${ip}`, `try:${email}`].map(async (key) => {
      const count = await redis.incr(key);
      if (count === 1) await redis.expire(key, 600);
      return count;
    }),
  );
  return counts.every((count) => count <= 10);
}
