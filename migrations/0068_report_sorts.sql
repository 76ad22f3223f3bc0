-- Reports by the day on which they met, which is one of their answers, and by their contact. The day is a text as answers have it: what is no day
-- of the calendar must fail no text. With no day yet, or words that name none, it is empty. What is begun, and what has an answer to look at, are few: each
-- has an index of its own.

-- +goose Up
ALTER TABLE reports ADD COLUMN met text NOT NULL DEFAULT '';

-- +goose StatementBegin
CREATE FUNCTION day_of_answer(value text, words text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT coalesce(substring(coalesce(nullif(value, ''), words) FROM '^\d{4}-\d\d-\d\d$'), '') $$;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE FUNCTION keep_met() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  UPDATE reports SET met = day_of_answer(NEW.value, NEW.words) WHERE id = NEW.report_id AND met <> day_of_answer(NEW.value, NEW.words);
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER answers_met AFTER INSERT OR UPDATE OF value, words ON answers FOR EACH ROW WHEN (NEW.field = 'met_on') EXECUTE FUNCTION keep_met();

-- +goose StatementBegin
CREATE FUNCTION forget_met() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  UPDATE reports SET met = '' WHERE id = OLD.report_id;
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER answers_unmet AFTER DELETE ON answers FOR EACH ROW WHEN (OLD.field = 'met_on') EXECUTE FUNCTION forget_met();

UPDATE reports r SET met = day_of_answer(a.value, a.words) FROM answers a WHERE a.report_id = r.id AND a.field = 'met_on';
CREATE INDEX reports_met ON reports (met, id);
CREATE INDEX reports_nobody ON reports (changed_at, id) WHERE contact_id IS NULL;
CREATE INDEX reports_begun ON reports (changed_at, id) WHERE status = 'draft';
CREATE INDEX reports_review ON reports (id) WHERE needs_review;
CREATE INDEX answers_review ON answers (report_id) WHERE needs_review;

-- +goose Down
DROP TRIGGER answers_met ON answers;
DROP TRIGGER answers_unmet ON answers;
DROP FUNCTION keep_met();
DROP FUNCTION forget_met();
DROP FUNCTION day_of_answer(text, text);
ALTER TABLE reports DROP COLUMN met;
DROP INDEX reports_nobody, reports_begun, reports_review, answers_review;
