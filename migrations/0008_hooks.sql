-- Webhooks out: whom to tell of what happens, and each telling as a row. No payload is kept: it is made from the ids when it is sent, so that
-- erasing a person leaves nothing here. The times of the road (made_at, try_at, tried_at, failing_since, read_to) are the machine's, as every
-- deadline of HTTP is: a demo's moved clock must not try a receiver 8 times in a second, and a receiver that is down must not keep the demo
-- from being at rest. So they are no waits of the people's clock and stand in no NextDue.

-- +goose Up
CREATE TABLE hook_endpoints (
  id            uuid PRIMARY KEY,
  url           text NOT NULL CHECK (length(url) BETWEEN 1 AND 500),
  events        text[] NOT NULL,
  full_record   boolean NOT NULL DEFAULT false, -- with names, numbers and words
  secret        text NOT NULL, -- as it is: it must sign
  old_secret    text NOT NULL DEFAULT '', -- signs too until then, so that a receiver can change over
  old_until     timestamptz,
  is_on         boolean NOT NULL DEFAULT true,
  off_why       text NOT NULL DEFAULT '', -- staff, gone, failing
  since_id      uuid NOT NULL, -- the smallest id of what it hears of: made or switched on then, it hears nothing of before
  read_to       timestamptz NOT NULL, -- how far what is kept has been read for it
  failing_since timestamptz, -- the first failure after the last delivery that was taken
  last_at       timestamptz,
  last_http     int NOT NULL DEFAULT 0, -- 0: no answer came
  last_fault    text NOT NULL DEFAULT '',
  created_at    timestamptz NOT NULL,
  version       int NOT NULL DEFAULT 1
);

CREATE TABLE hook_deliveries (
  id          uuid PRIMARY KEY, -- the webhook-id, the same on every try
  endpoint_id uuid NOT NULL REFERENCES hook_endpoints (id) ON DELETE CASCADE,
  source_id   uuid NOT NULL, -- the line of history, consent or need that told it; its own id of a test
  event       text NOT NULL,
  subject_id  uuid NOT NULL,
  at          timestamptz NOT NULL, -- when it happened, on the people's clock
  made_at     timestamptz NOT NULL,
  state       text NOT NULL DEFAULT 'waiting', -- waiting, done, given_up
  tries       int NOT NULL DEFAULT 0,
  try_at      timestamptz NOT NULL, -- the next try; while one is under way the end of its lease
  tried_at    timestamptz,
  http        int NOT NULL DEFAULT 0,
  fault       text NOT NULL DEFAULT '',
  UNIQUE (endpoint_id, source_id, event, subject_id) -- what is read twice is told once
);
CREATE INDEX hook_deliveries_try ON hook_deliveries (endpoint_id, try_at, id) WHERE state = 'waiting';
CREATE INDEX hook_deliveries_page ON hook_deliveries (endpoint_id, made_at, id);
CREATE INDEX hook_deliveries_made ON hook_deliveries (made_at);

-- +goose Down
DROP TABLE hook_deliveries, hook_endpoints;
