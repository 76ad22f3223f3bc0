-- What one worker does at a time, whatever their number: settling, catching up, retention, erasing, backups. The lease is on the database's clock.

-- +goose Up
CREATE TABLE duties (
  name   text PRIMARY KEY,
  holder uuid NOT NULL,
  until  timestamptz NOT NULL
);

-- +goose Down
DROP TABLE duties;
