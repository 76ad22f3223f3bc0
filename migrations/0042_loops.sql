-- Two machines may answer each other for ever: what a phone wrote last, as a number, and how many of its answers moved nothing.

-- +goose Up
ALTER TABLE phones ADD COLUMN heard bigint NOT NULL DEFAULT 0, ADD COLUMN heard_again int NOT NULL DEFAULT 0,
  ADD COLUMN idle_since timestamptz, ADD COLUMN idle_n int NOT NULL DEFAULT 0;

-- +goose Down
ALTER TABLE phones DROP COLUMN heard, DROP COLUMN heard_again, DROP COLUMN idle_since, DROP COLUMN idle_n;
