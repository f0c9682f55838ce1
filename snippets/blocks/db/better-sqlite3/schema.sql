//#if !has-users
CREATE TABLE $userTable (
  id TEXT NOT NULL PRIMARY KEY,
  -- Null when no e-mail address is known that a provider has verified.
  email TEXT UNIQUE,
  email_verified INTEGER NOT NULL DEFAULT 0,
  -- Null for users who sign in with a provider only.
  password_hash TEXT
);

//#else
//#if !has-email
ALTER TABLE $userTable ADD COLUMN $emailColumn TEXT;
CREATE UNIQUE INDEX $userTable_$emailColumn ON $userTable ($emailColumn);
//#endif
//#if !has-email-verified
ALTER TABLE $userTable ADD COLUMN $emailVerifiedColumn INTEGER NOT NULL DEFAULT 0;
//#endif
//#if !has-password-hash
ALTER TABLE $userTable ADD COLUMN $passwordHashColumn TEXT;
//#endif

//#endif
//#if !has-sessions
CREATE TABLE $sessionTable (
  id TEXT NOT NULL PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES $userTable (id) ON DELETE CASCADE,
  -- Seconds since 1970, as Lucia writes it.
  expires_at INTEGER NOT NULL
);
CREATE INDEX $sessionTable_user_id ON $sessionTable (user_id);
CREATE INDEX $sessionTable_expires_at ON $sessionTable (expires_at);

//#endif
//#if !has-accounts
-- One row for each way in from outside: the provider and its own, unchanging id of the user.
CREATE TABLE $accountTable (
  provider TEXT NOT NULL,
  provider_user_id TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES $userTable (id) ON DELETE CASCADE,
  PRIMARY KEY (provider, provider_user_id)
);

//#endif
//#if !has-tokens
-- Links sent by mail. Only the SHA-256 of a token is stored.
CREATE TABLE $tokenTable (
  hash TEXT NOT NULL PRIMARY KEY,
  purpose TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES $userTable (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL
);
CREATE INDEX $tokenTable_user_id ON $tokenTable (user_id);
//#endif
