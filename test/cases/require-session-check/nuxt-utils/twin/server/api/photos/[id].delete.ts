import { and, eq } from 'drizzle-orm';
export default defineEventHandler(async (event) => {
  await db.delete(photos).where(and(eq(photos.id, getRouterParam(event, 'id')!), eq(photos.ownerId, event.context.user!.id)));
});
