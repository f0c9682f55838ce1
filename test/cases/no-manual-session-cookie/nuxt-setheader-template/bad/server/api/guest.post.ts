import { generateIdFromEntropySize } from 'lucia';

export default defineEventHandler(async (event) => {
  const id = generateIdFromEntropySize(10);
  await connection.execute('INSERT INTO user (id, email) VALUES (?, ?)', [id, `${id}@guest.invalid`]);
  await enter(event, id);
  setCookie(event, 'welcome', '1', { path: '/' });
  return { ok: true };
});
