export const load = async ({ locals }) => {
  return { session: locals.session }; // expect: no-session-id-exposure
};
