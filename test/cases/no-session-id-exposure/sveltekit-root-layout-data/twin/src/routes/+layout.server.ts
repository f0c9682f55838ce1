import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals: { user, session }, depends }) => {
  depends('app:session');
  return {
    user,
    signedInUntil: session?.expiresAt ?? null,
  };
};
