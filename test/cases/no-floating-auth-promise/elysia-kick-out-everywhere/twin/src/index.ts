import { Elysia, t } from 'elysia';
import { keeper, sqlite, withMember } from './auth';

const security = new Elysia({ prefix: '/security' })
  .use(withMember)
  .post('/sign-out-everywhere', async ({ member, error, cookie }) => {
    if (!member) return error(401, 'Sign in first');
    await keeper.invalidateUserSessions(member.id);
    const blank = keeper.createBlankSessionCookie();
    cookie[blank.name]!.set({ value: blank.value, ...blank.attributes });
    return { done: true };
  })
  .patch(
    '/display-name',
    ({ member, body, error }) => {
      if (!member) return error(401, 'Sign in first');
      sqlite.query('update member set display_name = ?1 where id = ?2').run(body.name, member.id);
      return { name: body.name };
    },
    { body: t.Object({ name: t.String({ minLength: 1, maxLength: 40 }) }) },
  );

new Elysia().use(security).listen(3000);
