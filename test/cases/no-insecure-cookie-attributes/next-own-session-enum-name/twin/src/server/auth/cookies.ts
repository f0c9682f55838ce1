import { cookies } from 'next/headers';

export enum CookieName {
  Session = 'survey_session',
  Theme = 'theme',
}

export async function setSessionCookie(token: string, expiresAt: Date): Promise<void> {
  const store = await cookies();
  store.set(CookieName.Session, token, {
    expires: expiresAt,
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: process.env.NODE_ENV === 'production',
  });
}

export async function setTheme(theme: 'dark' | 'light') {
  (await cookies()).set(CookieName.Theme, theme, { path: '/' });
}
