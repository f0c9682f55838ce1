import { eq } from 'drizzle-orm';
import { users } from '../database/schema';

export default defineEventHandler(async (event) => { // expect: require-csrf-check
  const viewer = event.context.user;
  if (!viewer) throw createError({ statusCode: 401 });
  const { nickname } = await readBody<{ nickname: string }>(event);
  await useDb().update(users).set({ nickname: nickname.slice(0, 40) }).where(eq(users.id, viewer.id));
  return { nickname };
});
