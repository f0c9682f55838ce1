import { createError, defineEventHandler, setResponseHeader } from 'h3';

export default defineEventHandler((event) => {
  const { user } = event.context;
  if (!user) throw createError({ statusCode: 401, statusMessage: 'Sign in first.' });
  setResponseHeader(event, 'Cache-Control', 'private, no-store');
  return { id: user.id/*#emailField*/, email: user.email/*#*/ };
});
