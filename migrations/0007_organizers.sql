-- The list of organizers counts what each has held without a look at the rows themselves.

-- +goose Up
CREATE INDEX meetings_organizer_status ON meetings (organizer_id, status);

-- +goose Down
DROP INDEX meetings_organizer_status;
