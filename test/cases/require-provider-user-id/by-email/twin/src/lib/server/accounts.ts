import { db } from './db';
export async function accountFor(profile: { id: string; login: string }) {
  const key = { provider: 'github', providerUserId: String(profile.id) };
  const known = await db.account.findUnique({ where: { provider_providerUserId: key }, include: { user: true } });
  if (known) return known.user;
  return db.user.create({ data: { name: profile.login, accounts: { create: key } } });
}
