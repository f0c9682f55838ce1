//#if !has-users
CREATE TABLE $userTable (
  id TEXT NOT NULL PRIMARY KEY,
  -- Null when no e-mail address is known that a provider has verified.
  email TEXT UNIQUE,
  email_verified BOOLEAN NOT NULL DEFAULT FALSE,
  -- Null for users who sign in with a provider only.
  password_hash TEXT
);

//#else
//#if !has-email
ALTER TABLE $userTable ADD COLUMN $emailColumn TEXT UNIQUE;
//#endif
//#if !has-email-verified
ALTER TABLE $userTable ADD COLUMN $emailVerifiedColumn BOOLEAN NOT NULL DEFAULT FALSE;
//#endif
//#if !has-password-hash
ALTER TABLE $userTable ADD COLUMN $passwordHashColumn TEXT;
//#endif

//#endif
//#if !has-sessions
CREATE TABLE $sessionTable (
  id TEXT NOT NULL PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES $userTable (id) ON DELETE CASCADE,
  expires_at TIMESTAMPTZ NOT NULL
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
  expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX $tokenTable_user_id ON $tokenTable (user_id);
//#endif
