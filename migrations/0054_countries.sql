-- A country that the provider does not text holds up its own phones alone: a row of Today for each.

-- +goose Up
-- +goose StatementBegin
DO $$
DECLARE codes text := substring(pg_get_constraintdef(oid) FROM '^CHECK (.*)$') FROM pg_constraint WHERE conname = 'attention_kind' AND conrelid = 'attention'::regclass;
BEGIN
  EXECUTE 'ALTER TABLE attention DROP CONSTRAINT attention_kind, ADD CONSTRAINT attention_kind CHECK (' || codes || ' OR kind = ''country_shut'')';
END $$;
-- +goose StatementEnd

-- +goose Down
UPDATE attention SET kind = 'other', note = 'a country is not switched on: ' || note WHERE kind = 'country_shut';
