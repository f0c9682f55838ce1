import { Lucia } from 'lucia';
import { adapter } from './adapter';
const attributes = (row: { username: string; hashed_password: string }) => ({
  username: row.username,
  hash: row.hashed_password, // expect: no-sensitive-user-attributes
});
export const lucia = new Lucia(adapter, { getUserAttributes: attributes });
