import { hash } from '@node-rs/bcrypt';
import { generateIdFromEntropySize } from 'lucia';
import { z } from 'zod';

const schema = z.object({ email: z.string().email(), password: z.string().min(8).max(72) });

export default defineEventHandler(async (event) => {
  const body = await readValidatedBody(event, schema.parse);
  const _id = generateIdFromEntropySize(10);
  await Users.insertOne({ _id, ...body }); // expect: no-plaintext-password
  const session = await lucia.createSession(_id, {});
  appendResponseHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return { ok: true };
});
