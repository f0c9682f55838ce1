import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals: { user, session }, depends }) => {
  depends('app:session');
  return {
    user,
    session, // expect: no-session-id-exposure
  };
};
