-- Erasing in two parts: what hangs on the person by its id, at once and under short locks; then the words of others, walked through in pieces with a
-- remembered place. A person's former names are kept, since texts hold them; they go with the person. Retention in pieces, by indexes of its own.

-- +goose Up
ALTER TABLE people ADD COLUMN former text[] NOT NULL DEFAULT '{}'; -- names they had here before

-- +goose StatementBegin
CREATE FUNCTION keep_former_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.erased_at IS NULL THEN
    NEW.former := ARRAY(SELECT DISTINCT n FROM unnest(OLD.former || OLD.name || OLD.preferred_name) n WHERE n <> '' AND n NOT IN (NEW.name, NEW.preferred_name) LIMIT 20);
  END IF;
  RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER people_former BEFORE UPDATE OF name, preferred_name ON people FOR EACH ROW WHEN (OLD.name <> NEW.name OR OLD.preferred_name <> NEW.preferred_name) EXECUTE FUNCTION keep_former_name();

CREATE TABLE erasures (
  id       uuid PRIMARY KEY,
  names    text[] NOT NULL, -- gone when it is done, as the number is
  number   text NOT NULL DEFAULT '',
  phones   bigint[] NOT NULL DEFAULT '{}', -- where they were talked about: a first name is enough there
  sole     bigint NOT NULL DEFAULT 0, -- their own phone, when nobody else has it
  person   uuid,
  subjects uuid[] NOT NULL DEFAULT '{}',
  sources  uuid[] NOT NULL DEFAULT '{}', -- texts that answers on them came from
  step     int NOT NULL DEFAULT 0, -- the table that is walked through, and how far
  place    text NOT NULL DEFAULT '',
  at       timestamptz NOT NULL,
  done_at  timestamptz
);
CREATE INDEX erasures_open ON erasures (at) WHERE done_at IS NULL;

CREATE INDEX planned_person ON planned (person_id);
CREATE INDEX thanks_contact ON thanks (contact_id);
CREATE INDEX planned_past ON planned (due_at) WHERE state <> 'planned';
CREATE INDEX thanks_drafts ON thanks (ends_at) WHERE draft <> '';
CREATE INDEX attention_past ON attention (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX inbound_forms ON inbound (received_at) WHERE form IS NOT NULL;
CREATE INDEX attempts_doubled ON attempts (sid) WHERE outcome = 'doubled';

-- +goose Down
DROP INDEX planned_person, thanks_contact, planned_past, thanks_drafts, attention_past, inbound_forms, attempts_doubled;
DROP TABLE erasures;
DROP TRIGGER people_former ON people;
DROP FUNCTION keep_former_name();
ALTER TABLE people DROP COLUMN former;
