export const SESSION_COOKIE = 'auth_session';
export const LOCALE_COOKIE = 'locale';
