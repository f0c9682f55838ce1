import type { AstroGlobal } from 'astro';
import { lucia } from './auth';

export const hasOtherSessions = async (Astro: AstroGlobal): Promise<boolean> => {
  const user = Astro.locals.user;
  if (!user) return false;
  const all = await lucia.getUserSessions(user.id);
  return all.length > 1;
};

export const isOwner = (Astro: AstroGlobal, id: string) => Astro.locals.user?.id === id;
