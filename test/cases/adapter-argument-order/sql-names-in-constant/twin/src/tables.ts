export const TABLES = {
  user: 'user',
  session: 'user_session',
} as const;
