-- Every step and every claim needs the settings, and they seldom change: whoever kept them reads one mark instead, which is another with each change. It is
-- drawn anew, not counted up, so that a database that was restored and went on from there is never taken for the one before.

-- +goose Up
CREATE TABLE settings_mark (
  one  boolean PRIMARY KEY DEFAULT true CHECK (one),
  mark uuid NOT NULL
);
INSERT INTO settings_mark (mark) VALUES (gen_random_uuid());
-- +goose StatementBegin
CREATE FUNCTION mark_settings() RETURNS trigger LANGUAGE plpgsql AS $mark$
BEGIN
  UPDATE public.settings_mark SET mark = gen_random_uuid();
  RETURN NULL;
END
$mark$;
-- +goose StatementEnd
CREATE TRIGGER settings_marked AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON settings FOR EACH STATEMENT EXECUTE FUNCTION mark_settings();

-- +goose Down
DROP TRIGGER settings_marked ON settings;
DROP FUNCTION mark_settings;
DROP TABLE settings_mark;
