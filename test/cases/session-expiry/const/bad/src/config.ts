export const SESSION_DAYS = 365 * 2;
