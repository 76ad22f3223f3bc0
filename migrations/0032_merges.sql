-- Two records of one person are made one. What moved is kept, so that it can be taken apart again for a month; erasing the person drops it.

-- +goose Up
CREATE TABLE merges (
  id        uuid PRIMARY KEY,
  into_id   uuid NOT NULL,
  from_id   uuid NOT NULL,
  was       jsonb NOT NULL, -- the record that went, as it was
  into_was  jsonb NOT NULL, -- what the other held in the fields that were filled
  moved     jsonb NOT NULL, -- ids of what moved, by table
  into_version int NOT NULL, -- of the record that stayed, as the merge left it
  at        timestamptz NOT NULL,
  by_person uuid NOT NULL,
  undone_at timestamptz
);
CREATE INDEX merges_into ON merges (into_id, at);

-- +goose Down
DROP TABLE merges;
