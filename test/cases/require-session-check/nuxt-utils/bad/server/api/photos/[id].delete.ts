import { eq } from 'drizzle-orm';
export default defineEventHandler(async (event) => { // expect: require-session-check
  await db.delete(photos).where(eq(photos.id, getRouterParam(event, 'id')!));
});
