-- One-on-ones by their place.

-- +goose Up
CREATE INDEX meetings_place ON meetings (folded(place), coalesce(starts_at, created_at), id);

-- +goose Down
DROP INDEX meetings_place;
