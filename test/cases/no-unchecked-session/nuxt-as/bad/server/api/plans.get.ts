import type { User } from 'lucia';

export default defineEventHandler(async (event) => {
  const me = event.context.user as User; // expect: no-unchecked-session
  return plansOf(me.id);
});
