-- A tag is found by the beginning of any of its words, without accents and case, as texts and places are.

-- +goose Up
-- +goose StatementBegin
CREATE FUNCTION tag_words(tags text[]) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $words$
SELECT to_tsvector('simple', folded(array_to_string(tags, ' ')))
$words$;
-- +goose StatementEnd
DROP INDEX people_tags;
CREATE INDEX people_tags ON people USING gin (tag_words(tags)) WHERE tags <> '{}';

-- +goose Down
DROP INDEX people_tags;
CREATE INDEX people_tags ON people USING gin (tags);
DROP FUNCTION tag_words;
