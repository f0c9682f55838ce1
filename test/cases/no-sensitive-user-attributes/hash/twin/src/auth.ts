import { Lucia } from 'lucia';
import { adapter } from './adapter';
const attributes = (row: { username: string; hashed_password: string | null }) => ({
  username: row.username,
  hasPassword: row.hashed_password !== null,
});
export const lucia = new Lucia(adapter, { getUserAttributes: attributes });
