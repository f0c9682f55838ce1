CREATE TABLE baker (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  password_hash TEXT NOT NULL
);

CREATE TABLE baker_session (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES baker(id),
  expires_at TIMESTAMPTZ NOT NULL
);
