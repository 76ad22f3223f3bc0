-- What the provider refuses for the whole account stops sending and keeps the texts; what failed for a while goes once more; what was sent again
-- on the provider's silence is looked up once more.

-- +goose Up
CREATE TABLE stops (
  id          uuid PRIMARY KEY,
  kind        text NOT NULL, -- account, day, queue, asked, down
  code        int NOT NULL DEFAULT 0,
  http        int NOT NULL DEFAULT 0,
  at          timestamptz NOT NULL,
  retry_at    timestamptz NOT NULL, -- when one text is tried to see whether they are taken again
  tries       int NOT NULL DEFAULT 0,
  by_callback boolean NOT NULL DEFAULT false, -- the provider takes a text and fails it afterwards: only a callback can end this
  probe_id    uuid, -- the text that was tried last
  dropped     int NOT NULL DEFAULT 0, -- texts that made no sense any more while it lasted
  ended_at    timestamptz,
  ended_id    uuid -- made at its end, in order of time, so that other tools hear of it
);
CREATE UNIQUE INDEX stops_open ON stops ((true)) WHERE ended_at IS NULL;

CREATE TABLE resends (
  message_id uuid PRIMARY KEY, -- goes once more, as a new text
  phone_id   bigint NOT NULL REFERENCES phones (id),
  due_at     timestamptz NOT NULL,
  valid_until timestamptz NOT NULL,
  why        text NOT NULL
);
CREATE INDEX resends_due ON resends (due_at, message_id);

ALTER TABLE messages
  ADD COLUMN refusals smallint NOT NULL DEFAULT 0, -- refused for the whole account while others were taken
  ADD COLUMN again_of uuid,                        -- the text that this one repeats
  ADD COLUMN first_claim timestamptz,              -- of the attempts, on the database's clock
  ADD COLUMN recheck_at timestamptz;               -- sent again on silence: the list is read once more then, on the database's clock
CREATE INDEX messages_recheck ON messages (recheck_at) WHERE recheck_at IS NOT NULL;

ALTER TABLE phones ADD COLUMN soft_weeks date[] NOT NULL DEFAULT '{}'; -- Mondays of the weeks in which texts did not arrive, since one did

-- +goose Down
ALTER TABLE phones DROP COLUMN soft_weeks;
ALTER TABLE messages DROP COLUMN refusals, DROP COLUMN again_of, DROP COLUMN first_claim, DROP COLUMN recheck_at;
DROP TABLE resends, stops;
