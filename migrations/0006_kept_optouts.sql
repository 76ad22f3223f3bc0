-- An erased number that said no stays a no: kept as a digest under a salt of this database, so that a file or an organizer that brings the
-- number back does not bring back texts.

-- +goose Up
INSERT INTO settings (key, value) VALUES ('optout_salt', gen_random_uuid()::text || gen_random_uuid()::text);
CREATE TABLE kept_optouts (
  digest bytea PRIMARY KEY,
  at     timestamptz NOT NULL
);

-- +goose Down
DROP TABLE kept_optouts;
DELETE FROM settings WHERE key = 'optout_salt';
