import { Elysia } from 'elysia';
import { wipe } from './wipe';
export const app = new Elysia().delete('/x', async ({ user, error }) => {
  if (!user) return error(401);
  return wipe();
});
