import { Lucia, TimeSpan } from 'lucia';
import { adapter } from './b';
const DAY = 'd' as const;
export const lucia = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(30, DAY),
});
