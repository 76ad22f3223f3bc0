-- The sender's pace: how many segments may leave now, shared by every worker. The clock is the database's.

-- +goose Up
CREATE TABLE paces (
  sender text PRIMARY KEY,
  tokens double precision NOT NULL,
  at     timestamptz NOT NULL
);

-- +goose Down
DROP TABLE paces;
