-- The list of promises: those that are closed by when that was, and an organizer's own. A promise is its owner's to look after, a contact's
-- commitment that of whom it was said to.

-- +goose Up
CREATE INDEX promises_closed ON promises (closed_at, id) WHERE closed_at IS NOT NULL;
CREATE INDEX promises_organizer ON promises ((CASE WHEN kind = 'promise' THEN owner_id ELSE to_id END), closed_at, id);

-- +goose Down
DROP INDEX promises_closed, promises_organizer;
