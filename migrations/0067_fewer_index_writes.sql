-- What a text and a reminder write of indexes. A text that is being sent is found by its claim, so its words are indexed when it waits and when it is through,
-- not a third time between. The wide key of planned rows begins with what planned_subject held. Being told moves a one-on-one within its page.

-- +goose Up
DROP INDEX messages_words;
CREATE INDEX messages_words ON messages USING gin (to_tsvector('simple', folded(body))) WHERE state <> 2;
DROP INDEX planned_subject;
ALTER TABLE meetings SET (fillfactor = 85);

-- +goose Down
ALTER TABLE meetings RESET (fillfactor);
CREATE INDEX planned_subject ON planned (subject_kind, subject_id);
DROP INDEX messages_words;
CREATE INDEX messages_words ON messages USING gin (to_tsvector('simple', folded(body)));
