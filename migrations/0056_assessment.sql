-- How close somebody is to the organization, 1 to 5 as staff count (0: nobody has said), and what comes next with them.

-- +goose Up
ALTER TABLE people ADD COLUMN assessment smallint NOT NULL DEFAULT 0 CHECK (assessment BETWEEN 0 AND 5);
ALTER TABLE people ADD COLUMN next_step text NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE people DROP COLUMN next_step, DROP COLUMN assessment;
