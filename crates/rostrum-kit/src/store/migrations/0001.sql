-- Format 1: the statement file.

-- Which statement this is (the same in all its copies), and whose file it is (the same in
-- plain copies of one file, another in a copy made for partners).
CREATE TABLE identity (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  statement TEXT NOT NULL,
  owner TEXT NOT NULL
) STRICT;

-- The update logs of the shared document and of what is private to this file.
CREATE TABLE updates (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  log TEXT NOT NULL CHECK (log IN ('shared', 'private')),
  at TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

-- Imported drafts: the original bytes (id is their SHA-256) and what was read from them.
CREATE TABLE drafts (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  added TEXT NOT NULL,
  bytes BLOB NOT NULL,
  draft TEXT NOT NULL
) STRICT;

-- Frozen states of the statement.
CREATE TABLE versions (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  created TEXT NOT NULL,
  words INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;

-- Recorded consents; the contact stays in this file.
CREATE TABLE endorsements (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  signatory TEXT NOT NULL,
  version TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  at TEXT NOT NULL,
  contact TEXT NOT NULL,
  UNIQUE (signatory, sha256)
) STRICT;

-- Who speaks for a signatory; stays in this file.
CREATE TABLE contacts (
  signatory TEXT PRIMARY KEY,
  contact TEXT NOT NULL
) STRICT;

-- Files by their SHA-256: rendered documents, bundles, saved copies of sources.
CREATE TABLE files (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE version_files (
  version TEXT NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES files (sha256),
  PRIMARY KEY (version, name)
) STRICT;

-- Proofs of handing over, and the files that went with each.
CREATE TABLE receipts (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  receipt TEXT NOT NULL
) STRICT;

CREATE TABLE receipt_files (
  receipt TEXT NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES files (sha256),
  PRIMARY KEY (receipt, name)
) STRICT;

-- Attempts to hand over: a row is here before the first byte leaves.
CREATE TABLE attempts (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  receipt TEXT NOT NULL,
  key TEXT NOT NULL,
  started TEXT NOT NULL,
  outcome TEXT NOT NULL,
  detail TEXT NOT NULL,
  ended TEXT NOT NULL
) STRICT;

-- The call as it was when it was taken in.
CREATE TABLE call (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  toml TEXT NOT NULL,
  taken TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
