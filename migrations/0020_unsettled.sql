-- Texts whose outcome nobody could tell are looked for twice a second: what they cost must not grow with the table.

-- +goose Up
CREATE INDEX messages_unsettled ON messages (claimed_at) WHERE state = 7;

-- +goose Down
DROP INDEX messages_unsettled;
