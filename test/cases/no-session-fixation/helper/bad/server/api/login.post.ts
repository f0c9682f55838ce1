export default defineEventHandler(async (event) => {
  const body = await readBody(event);
  const user = await checkPassword(body);
  await start(event, user.id, body.deviceSession); // expect: no-session-fixation
});
