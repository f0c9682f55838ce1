export const SESSION_DAYS = 7 * 2;
