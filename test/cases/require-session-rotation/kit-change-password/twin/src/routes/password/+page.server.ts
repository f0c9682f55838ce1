import { fail } from '@sveltejs/kit';
import { hash, verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { db } from '$lib/server/db';
import { users } from '$lib/server/schema';
import { lucia } from '$lib/server/auth';

export const actions = {
  default: async ({ request, locals, cookies }) => {
    if (!locals.user) return fail(401);
    const form = await request.formData();
    const [row] = await db.select().from(users).where(eq(users.id, locals.user.id));
    if (!(await verify(row.passwordHash, String(form.get('current'))))) return fail(400);
    const passwordHash = await hash(String(form.get('next')), { memoryCost: 19456, timeCost: 2, outputLen: 32, parallelism: 1 });
    await lucia.invalidateUserSessions(locals.user.id);
    await db.update(users).set({ passwordHash }).where(eq(users.id, locals.user.id));
    const session = await lucia.createSession(locals.user.id, {});
    const c = lucia.createSessionCookie(session.id);
    cookies.set(c.name, c.value, { path: '.', ...c.attributes });
    return { ok: true };
  },
};
