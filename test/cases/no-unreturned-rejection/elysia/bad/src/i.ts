import { Elysia } from 'elysia';
import { wipe } from './wipe';
export const app = new Elysia().delete('/x', async ({ user, error }) => {
  if (!user) error(401); // expect: no-unreturned-rejection
  return wipe();
});
