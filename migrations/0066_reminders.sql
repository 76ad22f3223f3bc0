-- What an organizer wants to be reminded of is a promise to oneself: it has no report.

-- +goose Up
ALTER TABLE promises ALTER COLUMN report_id DROP NOT NULL;

-- +goose Down
UPDATE planned SET state = 'superseded', reason = 'reminders are gone' WHERE subject_kind = 'promise' AND state = 'planned'
  AND subject_id IN (SELECT id FROM promises WHERE report_id IS NULL);
DELETE FROM promises WHERE report_id IS NULL;
ALTER TABLE promises ALTER COLUMN report_id SET NOT NULL;
