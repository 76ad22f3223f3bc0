-- The same question in the same words twice in a row helps nobody: what a phone's last text was answered, as a number.

-- +goose Up
ALTER TABLE phones ADD COLUMN said bigint NOT NULL DEFAULT 0;

-- +goose Down
ALTER TABLE phones DROP COLUMN said;
