-- Imports of contacts: what was taken from which file, and what stood here before it, so that an import can be undone.

-- +goose Up
CREATE TABLE imports (
  id        uuid PRIMARY KEY,
  at        timestamptz NOT NULL,
  by_person uuid, -- null: by the command
  file_name text NOT NULL,
  state     text NOT NULL, -- tried, applied, undone
  file      bytea,         -- of one that is only tried, until it is applied or a day old
  added     int NOT NULL DEFAULT 0,
  updated   int NOT NULL DEFAULT 0,
  unchanged int NOT NULL DEFAULT 0,
  skipped   int NOT NULL DEFAULT 0,
  undone_at timestamptz,
  undone_by uuid,
  kept      int NOT NULL DEFAULT 0 -- rows that undoing left, because they had changed since
);
CREATE INDEX imports_at ON imports (at, id);

CREATE TABLE import_rows (
  import_id uuid NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  line      int NOT NULL,
  outcome   text NOT NULL, -- added, updated, unchanged, skipped
  person_id uuid,
  why       text NOT NULL DEFAULT '',
  consent   smallint NOT NULL DEFAULT 0, -- what the row said of texts, where it counted
  version   int NOT NULL DEFAULT 0,      -- the person's, as the import left it
  before    jsonb,                       -- the person as it was; dropped when undone, erased or past undoing
  PRIMARY KEY (import_id, line)
);
CREATE INDEX import_rows_person ON import_rows (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX people_email ON people (lower(email)) WHERE email <> '';

-- +goose Down
DROP INDEX people_email;
DROP TABLE import_rows, imports;
