import { generateIdFromEntropySize } from 'lucia';
import { eq } from 'drizzle-orm';
export default defineEventHandler(async (event) => {
  const { email } = await readBody(event);
  const [user] = await db.select().from(users).where(eq(users.email, email));
  if (user) {
    const token = generateIdFromEntropySize(25);
    await db.insert(recoveries).values({ token: fingerprint(token), userId: user.id, expiresAt: Date.now() + 3_600_000 });
    await sendMail(email, `https://app.example/reset/${token}`);
  }
  return { sent: true };
});
