//#if !has-users
CREATE TABLE $userTable (
  id VARCHAR(255) NOT NULL PRIMARY KEY,
  -- Null when no e-mail address is known that a provider has verified.
  email VARCHAR(255) UNIQUE,
  email_verified BOOLEAN NOT NULL DEFAULT FALSE,
  -- Null for users who sign in with a provider only.
  password_hash VARCHAR(255)
);

//#else
//#if !has-email
ALTER TABLE $userTable ADD COLUMN $emailColumn VARCHAR(255) UNIQUE;
//#endif
//#if !has-email-verified
ALTER TABLE $userTable ADD COLUMN $emailVerifiedColumn BOOLEAN NOT NULL DEFAULT FALSE;
//#endif
//#if !has-password-hash
ALTER TABLE $userTable ADD COLUMN $passwordHashColumn VARCHAR(255);
//#endif

//#endif
//#if !has-sessions
CREATE TABLE $sessionTable (
  id VARCHAR(255) NOT NULL PRIMARY KEY,
  user_id VARCHAR(255) NOT NULL,
  FOREIGN KEY (user_id) REFERENCES $userTable (id) ON DELETE CASCADE,
  expires_at DATETIME NOT NULL
);
CREATE INDEX $sessionTable_user_id ON $sessionTable (user_id);
CREATE INDEX $sessionTable_expires_at ON $sessionTable (expires_at);

//#endif
//#if !has-accounts
-- One row for each way in from outside: the provider and its own, unchanging id of the user.
CREATE TABLE $accountTable (
  provider VARCHAR(255) NOT NULL,
  provider_user_id VARCHAR(255) NOT NULL,
  user_id VARCHAR(255) NOT NULL,
  FOREIGN KEY (user_id) REFERENCES $userTable (id) ON DELETE CASCADE,
  PRIMARY KEY (provider, provider_user_id)
);

//#endif
//#if !has-tokens
-- Links sent by mail. Only the SHA-256 of a token is stored.
CREATE TABLE $tokenTable (
  hash VARCHAR(255) NOT NULL PRIMARY KEY,
  purpose VARCHAR(255) NOT NULL,
  user_id VARCHAR(255) NOT NULL,
  FOREIGN KEY (user_id) REFERENCES $userTable (id) ON DELETE CASCADE,
  expires_at DATETIME NOT NULL
);
CREATE INDEX $tokenTable_user_id ON $tokenTable (user_id);
//#endif
