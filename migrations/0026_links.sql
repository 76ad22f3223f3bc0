-- A report's link is for whom it was texted to: it ends with a hand-over of the work.

-- +goose Up
ALTER TABLE tokens ADD COLUMN holder_id uuid;

-- +goose Down
ALTER TABLE tokens DROP COLUMN holder_id;
