export default defineEventHandler(async (event) => {
  const user = mustHaveUser(event);
  await db.insert(photos).values({ id: crypto.randomUUID(), ownerId: user.id });
});
