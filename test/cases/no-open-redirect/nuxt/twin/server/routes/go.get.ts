export default defineEventHandler(async (event) => {
  const { next } = getQuery(event);
  const paths = ['/home', '/settings'];
  return sendRedirect(event, paths.includes(next as string) ? (next as string) : '/', 302);
});
