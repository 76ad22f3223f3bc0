-- A list as somebody keeps it under a name, for themselves; and how many one-on-ones an organizer wants to hold a week.

-- +goose Up
CREATE TABLE views (
  id        uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES people (id),
  page      text NOT NULL CHECK (page <> '' AND length(page) <= 60),
  name      text NOT NULL CHECK (name <> '' AND length(name) <= 60),
  query     text NOT NULL CHECK (length(query) <= 1000),
  words     text NOT NULL, -- what it searches for, as it was typed: erasing somebody looks here
  made_at   timestamptz NOT NULL,
  UNIQUE (person_id, page, name)
);
ALTER TABLE people ADD COLUMN weekly_goal smallint NOT NULL DEFAULT 0 CHECK (weekly_goal BETWEEN 0 AND 500); -- 0 is none

-- +goose Down
ALTER TABLE people DROP COLUMN weekly_goal;
DROP TABLE views;
