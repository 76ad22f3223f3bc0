-- A one-on-one that was handed over keeps who had it before: the contact knows that organizer, and is told who talks with them now.

-- +goose Up
ALTER TABLE meetings ADD COLUMN handed_from uuid, ADD COLUMN handed_at timestamptz;

-- +goose Down
ALTER TABLE meetings DROP COLUMN handed_from, DROP COLUMN handed_at;
