export const TABLES = {
  user: 'user_session',
  session: 'user',
} as const;
