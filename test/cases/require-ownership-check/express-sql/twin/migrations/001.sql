CREATE TABLE documents (id TEXT PRIMARY KEY, owner_id TEXT NOT NULL, body TEXT);
