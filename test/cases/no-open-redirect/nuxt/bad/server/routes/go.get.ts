export default defineEventHandler(async (event) => {
  const { next } = getQuery(event);
  return sendRedirect(event, next as string, 302); // expect: no-open-redirect
});
