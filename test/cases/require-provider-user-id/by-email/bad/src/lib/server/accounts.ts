import { db } from './db';
export async function accountFor(profile: { id: string; email: string; login: string }) {
  const known = await db.user.findUnique({ where: { email: profile.email } }); // expect: require-provider-user-id
  return known ?? db.user.create({ data: { email: profile.email, name: profile.login } });
}
