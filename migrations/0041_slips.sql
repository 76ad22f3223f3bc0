-- What an organizer's phone may still take back, for ten minutes: how a one-on-one stood before the last text changed it; and the line of history that
-- says so.

-- +goose Up
ALTER TABLE conversations ADD COLUMN slip jsonb;
-- +goose StatementBegin
DO $$
DECLARE codes text := substring(pg_get_constraintdef(oid) FROM '^CHECK (.*)$') FROM pg_constraint WHERE conname = 'timeline_what' AND conrelid = 'timeline'::regclass;
BEGIN
  EXECUTE 'ALTER TABLE timeline DROP CONSTRAINT timeline_what, ADD CONSTRAINT timeline_what CHECK (' || codes || ' OR what = ''taken_back'')';
END $$;
-- +goose StatementEnd

-- +goose Down
DELETE FROM timeline WHERE what = 'taken_back';
ALTER TABLE conversations DROP COLUMN slip;
