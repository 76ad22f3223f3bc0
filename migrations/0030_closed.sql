-- The list of what staff closed, and by whom.

-- +goose Up
CREATE INDEX attention_closed ON attention (closed_at, id) WHERE closed_by IS NOT NULL;

-- +goose Down
DROP INDEX attention_closed;
