-- A backup is read back without a search path: a function that an index calls must name what it calls with its schema, or the restore fails.

-- +goose Up
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION tag_words(tags text[]) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $words$
SELECT to_tsvector('simple', public.folded(array_to_string(tags, ' ')))
$words$;
-- +goose StatementEnd

-- +goose Down
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION tag_words(tags text[]) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $words$
SELECT to_tsvector('simple', folded(array_to_string(tags, ' ')))
$words$;
-- +goose StatementEnd
