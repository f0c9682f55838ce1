import { /*#generate*/generateIdFromEntropySize/*#*/ } from 'lucia';
import { createUserWithAccount, findUserByEmail, findUserIdByAccount, linkAccount } from '#users';

export interface OAuthProfile {
  provider: string;
  /** The id that the provider never gives to anybody else. */
  providerUserId: string;
  /** Null unless the provider says that it has verified the address. */
  verifiedEmail: string | null;
}

/**
 * The user behind an account at a provider; a new one the first time.
 * Null when the e-mail address belongs to a user who has never proved that it is theirs: joining the two would let
 * whoever signed up first with an address that is not theirs share the account.
 */
export async function findOrCreateUser(profile: OAuthProfile): Promise<string | null> {
  const account = { provider: profile.provider, providerUserId: profile.providerUserId };
  const known = await findUserIdByAccount(account);
  if (known) return known;

  const email = profile.verifiedEmail?.trim().toLowerCase() ?? null;
  //#if email-required
  //: // The table of users has no room for anybody without a verified address.
  //: if (email === null) return null;
  //#endif
  const id = /*#userId*/generateIdFromEntropySize(10)/*#*/;
  if (await createUserWithAccount({ id, email, emailVerified: /*#hasEmail*/email !== null/*#*/, passwordHash: null }, account)) return id;

  // Somebody was first: the same person in another tab, or a user with this address.
  const meanwhile = await findUserIdByAccount(account);
  if (meanwhile) return meanwhile;
  //#if email-required
  //: const owner = await findUserByEmail(email);
  //#else
  const owner = email ? await findUserByEmail(email) : null;
  //#endif
  if (!owner?.emailVerified) return null;
  await linkAccount(owner.id, account);
  return owner.id;
}
