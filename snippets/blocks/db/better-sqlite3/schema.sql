CREATE TABLE $userTable (
  id TEXT NOT NULL PRIMARY KEY,
  -- Null when no e-mail address is known that a provider has verified.
  email TEXT UNIQUE,
  email_verified INTEGER NOT NULL DEFAULT 0,
  -- Null for users who sign in with a provider only.
  password_hash TEXT
);

CREATE TABLE $sessionTable (
  id TEXT NOT NULL PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES $userTable (id) ON DELETE CASCADE,
  -- Seconds since 1970, as Lucia writes it.
  expires_at INTEGER NOT NULL
);
CREATE INDEX $sessionTable_user_id ON $sessionTable (user_id);
CREATE INDEX $sessionTable_expires_at ON $sessionTable (expires_at);

-- One row for each way in from outside: the provider and its own, unchanging id of the user.
CREATE TABLE $accountTable (
  provider TEXT NOT NULL,
  provider_user_id TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES $userTable (id) ON DELETE CASCADE,
  PRIMARY KEY (provider, provider_user_id)
);

-- Links sent by mail. Only the SHA-256 of a token is stored.
CREATE TABLE $tokenTable (
  hash TEXT NOT NULL PRIMARY KEY,
  purpose TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES $userTable (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL
);
CREATE INDEX $tokenTable_user_id ON $tokenTable (user_id);
