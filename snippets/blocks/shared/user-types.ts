export interface UserRecord {
  id: string;
  //#if email-required
  //: email: string;
  //#else
  email: string | null;
  //#endif
  emailVerified: boolean;
  passwordHash: string | null;
}

export interface OAuthAccount {
  provider: string;
  /** The id of the user at the provider: e-mail addresses and names change hands. */
  providerUserId: string;
}

export interface StoredToken {
  hash: string;
  purpose: string;
  userId: string;
  expiresAt: Date;
}
