import { lucia } from './auth';
export const revoke = async (sid: string) => { await lucia.invalidateSession(sid); };
