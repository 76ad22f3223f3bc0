-- Who may open the admin page: accounts, sessions, one-time links, the brake on guessing, and the audit log. Sessions, links and the brake
-- run on the machine's clock, which nobody moves; the audit log too. Indexes for the page's lists and searches.

-- +goose Up
CREATE TABLE accounts (
  person_id     uuid PRIMARY KEY REFERENCES people (id),
  login         text NOT NULL CHECK (login = lower(login) AND length(login) BETWEEN 1 AND 200),
  password_hash text NOT NULL DEFAULT '', -- argon2id in PHC form; '': no password yet
  totp_secret   text NOT NULL DEFAULT '', -- base32; '': no authenticator yet
  totp_step     bigint NOT NULL DEFAULT 0, -- the last time step that was used: a code counts once
  recovery      bytea[] NOT NULL DEFAULT '{}', -- sha256 of the recovery codes that are left
  created_at    timestamptz NOT NULL,
  changed_at    timestamptz NOT NULL,
  version       int NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX accounts_login ON accounts (login);

CREATE TABLE passkeys (
  id         bytea PRIMARY KEY, -- the credential's id
  person_id  uuid NOT NULL REFERENCES people (id),
  name       text NOT NULL,
  credential jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  used_at    timestamptz
);
CREATE INDEX passkeys_person ON passkeys (person_id);

CREATE TABLE sessions (
  id          uuid PRIMARY KEY,
  person_id   uuid NOT NULL REFERENCES people (id),
  secret_hash bytea NOT NULL, -- sha256: who reads the table cannot sign in with it
  stage       text NOT NULL,  -- code: the second factor is still owed; enrol: it must be set up first; open
  device      text NOT NULL DEFAULT '',
  address     text NOT NULL DEFAULT '',
  pending     text NOT NULL DEFAULT '', -- what the running step of signing in must remember
  flash       text NOT NULL DEFAULT '', -- what the next page says
  created_at  timestamptz NOT NULL,
  seen_at     timestamptz NOT NULL,
  ends_at     timestamptz NOT NULL
);
CREATE INDEX sessions_person ON sessions (person_id, seen_at);
CREATE INDEX sessions_end ON sessions (ends_at);

CREATE TABLE tokens (
  hash       bytea PRIMARY KEY, -- sha256 of what the link holds
  kind       text NOT NULL,     -- first: set a password; web: a report as a form; cal: a calendar feed
  subject_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,       -- null: until revoked
  used_at    timestamptz,
  revoked_at timestamptz
);
CREATE INDEX tokens_subject ON tokens (kind, subject_id);

CREATE TABLE signin_brake (
  key        text PRIMARY KEY, -- login:<sha256> or addr:<address>
  tries      int NOT NULL,
  since      timestamptz NOT NULL
);

CREATE TABLE audit (
  id         uuid PRIMARY KEY,
  at         timestamptz NOT NULL,
  person_id  uuid,
  what       text NOT NULL,
  subject    text NOT NULL DEFAULT '', -- the page's path: no word or number of anybody
  outcome    text NOT NULL,            -- begun, done, refused, failed
  address    text NOT NULL DEFAULT ''
);
CREATE INDEX audit_person ON audit (person_id, id);

-- The page's searches: the beginning of a name or of a last name, the end of a number.
CREATE INDEX people_name_begins ON people (lower(name) text_pattern_ops);
CREATE INDEX people_last_begins ON people (lower(substring(name from '[^ ]+$')) text_pattern_ops);
CREATE INDEX phones_ends ON phones (reverse(phone) text_pattern_ops);
-- The page's lists.
CREATE INDEX meetings_listed ON meetings (coalesce(starts_at, created_at), id);
CREATE INDEX meetings_listed_status ON meetings (status, coalesce(starts_at, created_at), id);
CREATE INDEX reports_changed ON reports (changed_at, id);
CREATE INDEX promises_due ON promises (due_on, id) WHERE closed_at IS NULL;
CREATE INDEX reports_contact ON reports (contact_id) WHERE contact_id IS NOT NULL;

-- +goose Down
DROP TABLE audit, signin_brake, tokens, sessions, passkeys, accounts;
