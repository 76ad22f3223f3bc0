-- What of the provider's list was read, and the gaps in which texts did not reach us. read_at is the database's clock: only its distance from now counts.

-- +goose Up
CREATE TABLE readings (
  name    text PRIMARY KEY, -- inbound, ends
  read_at timestamptz NOT NULL
);

CREATE TABLE gaps (
  id       uuid PRIMARY KEY,
  first_at timestamptz NOT NULL,
  last_at  timestamptz NOT NULL,
  texts    int NOT NULL,
  found_at timestamptz NOT NULL
);

-- +goose Down
DROP TABLE readings, gaps;
