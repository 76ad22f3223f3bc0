-- An event has a name in Spanish texts too; '' is the one in all texts.

-- +goose Up
ALTER TABLE events ADD COLUMN name_es text NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE events DROP COLUMN name_es;
