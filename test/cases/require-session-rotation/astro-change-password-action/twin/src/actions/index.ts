import { ActionError, defineAction } from 'astro:actions';
import { z } from 'astro:schema';
import { hash, verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { db, Singer } from '../db';
import { lucia } from '../auth';

const argon = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

export const server = {
  changePassword: defineAction({
    accept: 'form',
    input: z.object({ oldPassword: z.string().max(255), newPassword: z.string().min(8).max(255) }),
    handler: async ({ oldPassword, newPassword }, { locals, cookies }) => {
      const me = locals.user;
      if (!me) throw new ActionError({ code: 'UNAUTHORIZED' });
      const singer = await db.select().from(Singer).where(eq(Singer.id, me.id)).get();
      if (!singer || !(await verify(singer.hashedPassword, oldPassword, argon))) {
        throw new ActionError({ code: 'BAD_REQUEST', message: 'The old password is wrong' });
      }
      const hashedPassword = await hash(newPassword, argon);
      await db.update(Singer).set({ hashedPassword }).where(eq(Singer.id, me.id));
      await lucia.invalidateUserSessions(me.id);
      const session = await lucia.createSession(me.id, {});
      const c = lucia.createSessionCookie(session.id);
      cookies.set(c.name, c.value, c.attributes);
      return { changed: true };
    },
  }),
};
