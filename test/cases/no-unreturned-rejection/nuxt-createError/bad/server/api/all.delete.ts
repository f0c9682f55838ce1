export default defineEventHandler(async (event) => {
  if (!event.context.user) createError({ statusCode: 401 }); // expect: no-unreturned-rejection
  await wipe();
  return { ok: true };
});
