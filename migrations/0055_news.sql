-- Whether a command of the organization's own was told that sending stopped (1) and that it goes on (2).

-- +goose Up
ALTER TABLE stops ADD COLUMN told smallint NOT NULL DEFAULT 2; -- what was before is nobody's news
ALTER TABLE stops ALTER COLUMN told SET DEFAULT 0;
UPDATE stops SET told = 0 WHERE ended_at IS NULL;
CREATE INDEX stops_news ON stops (at) WHERE ended_at IS NULL OR told = 1;

-- +goose Down
DROP INDEX stops_news;
ALTER TABLE stops DROP COLUMN told;
