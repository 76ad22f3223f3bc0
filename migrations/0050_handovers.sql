-- Which rows one organizer handed to another, so that it can be taken back within the hour; and the line of history that says so.

-- +goose Up
CREATE TABLE handovers (
  id        uuid PRIMARY KEY,
  from_id   uuid NOT NULL REFERENCES people (id),
  to_id     uuid NOT NULL REFERENCES people (id),
  moved     jsonb NOT NULL, -- ids of what went, by table
  at        timestamptz NOT NULL,
  by_person uuid NOT NULL,
  undone_at timestamptz
);
CREATE INDEX handovers_from ON handovers (from_id, at);
-- +goose StatementBegin
DO $$
DECLARE codes text := substring(pg_get_constraintdef(oid) FROM '^CHECK (.*)$') FROM pg_constraint WHERE conname = 'timeline_what' AND conrelid = 'timeline'::regclass;
BEGIN
  EXECUTE 'ALTER TABLE timeline DROP CONSTRAINT timeline_what, ADD CONSTRAINT timeline_what CHECK (' || codes || ' OR what = ''hand_over_taken_back'')';
END $$;
-- +goose StatementEnd

-- +goose Down
DELETE FROM timeline WHERE what = 'hand_over_taken_back';
DROP TABLE handovers;
