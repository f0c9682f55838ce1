export const load = async ({ locals }) => {
  return { session: locals.session && { expiresAt: locals.session.expiresAt }, user: locals.user && { name: locals.user.name } };
};
