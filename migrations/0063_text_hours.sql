-- The hours of a phone's own: texts that nobody asked for come between these minutes of its day, by its clock; two zeros where it named none.

-- +goose Up
ALTER TABLE phones ADD COLUMN texts_from smallint NOT NULL DEFAULT 0, ADD COLUMN texts_to smallint NOT NULL DEFAULT 0,
  ADD CONSTRAINT phones_text_hours CHECK (texts_from = 0 AND texts_to = 0 OR texts_from >= 0 AND texts_from < texts_to AND texts_to <= 1440);

-- +goose Down
ALTER TABLE phones DROP COLUMN texts_from, DROP COLUMN texts_to;
