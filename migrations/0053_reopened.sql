-- Staff take back, within the hour, that something was kept or a debrief was held: the line of history that says so.

-- +goose Up
-- +goose StatementBegin
DO $$
DECLARE codes text := substring(pg_get_constraintdef(oid) FROM '^CHECK (.*)$') FROM pg_constraint WHERE conname = 'timeline_what' AND conrelid = 'timeline'::regclass;
BEGIN
  EXECUTE 'ALTER TABLE timeline DROP CONSTRAINT timeline_what, ADD CONSTRAINT timeline_what CHECK (' || codes || ' OR what = ''reopened'')';
END $$;
-- +goose StatementEnd

-- +goose Down
DELETE FROM timeline WHERE what = 'reopened';
