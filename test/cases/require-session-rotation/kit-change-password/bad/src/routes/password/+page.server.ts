import { fail } from '@sveltejs/kit';
import { hash, verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { db } from '$lib/server/db';
import { users } from '$lib/server/schema';

export const actions = {
  default: async ({ request, locals }) => {
    if (!locals.user) return fail(401);
    const form = await request.formData();
    const [row] = await db.select().from(users).where(eq(users.id, locals.user.id));
    if (!(await verify(row.passwordHash, String(form.get('current'))))) return fail(400);
    const passwordHash = await hash(String(form.get('next')), { memoryCost: 19456, timeCost: 2, outputLen: 32, parallelism: 1 });
    await db.update(users).set({ passwordHash }).where(eq(users.id, locals.user.id)); // expect: require-session-rotation
    return { ok: true };
  },
};
