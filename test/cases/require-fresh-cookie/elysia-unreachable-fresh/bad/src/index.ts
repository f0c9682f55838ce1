import { Elysia } from 'elysia';
import { authPlugin } from './auth-plugin';

new Elysia()
  .use(authPlugin)
  .get('/me', ({ user, set }) => {
    if (!user) {
      set.status = 401;
      return { error: 'unauthorized' };
    }
    return { email: user.email };
  })
  .listen(3000);
