-- How an attempt to send ended is a code (app.Attempt), and so is where an import and its rows stand, and why sending stops.

-- +goose Up
ALTER TABLE attempts ADD COLUMN note text NOT NULL DEFAULT ''; -- why it was judged as it was, in words
UPDATE attempts SET outcome = CASE outcome WHEN 'surely not sent' THEN 'not_sent' WHEN 'refused for the whole account' THEN 'refused_for_all'
  ELSE 'judged' END, note = CASE WHEN outcome IN ('surely not sent', 'refused for the whole account') THEN '' ELSE outcome END
WHERE outcome NOT IN ('rejected', 'unknown', 'doubled');
ALTER TABLE attempts ADD CONSTRAINT attempts_outcome CHECK (outcome IN (
  'rejected', 'not_sent', 'refused_for_all', 'unknown', 'judged', 'doubled'));
ALTER TABLE imports ADD CONSTRAINT imports_state CHECK (state IN ('tried', 'applied', 'undone'));
ALTER TABLE import_rows ADD CONSTRAINT import_rows_outcome CHECK (outcome IN ('added', 'updated', 'unchanged', 'skipped'));
ALTER TABLE stops ADD CONSTRAINT stops_kind CHECK (kind IN ('account', 'day', 'queue', 'asked', 'down'));

-- +goose Down
ALTER TABLE stops DROP CONSTRAINT stops_kind;
ALTER TABLE import_rows DROP CONSTRAINT import_rows_outcome;
ALTER TABLE imports DROP CONSTRAINT imports_state;
ALTER TABLE attempts DROP CONSTRAINT attempts_outcome;
UPDATE attempts SET outcome = CASE outcome WHEN 'not_sent' THEN 'surely not sent' WHEN 'judged' THEN note ELSE 'refused for the whole account' END
WHERE outcome IN ('not_sent', 'refused_for_all', 'judged');
ALTER TABLE attempts DROP COLUMN note;
