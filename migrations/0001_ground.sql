-- The ground: phones, people, conversations, reports, the outbox. Instants are timestamptz written by the application's clock; the one
-- exception is a claim's clock_timestamp(). Ids are UUIDv7 made by the application. Nothing references messages, callbacks or timeline by
-- foreign key: they are ready to be partitioned by id.

-- +goose Up
CREATE SEQUENCE message_seq;

CREATE TABLE phones (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  phone         text NOT NULL UNIQUE CHECK (phone ~ '^\+[1-9][0-9]{6,14}$'),
  consent       smallint NOT NULL DEFAULT 0, -- 0 unknown, 1 yes, 2 no, 3 doubtful: the last word of consents
  consent_at    timestamptz,
  reach_bad     boolean NOT NULL DEFAULT false,
  reach_code    int NOT NULL DEFAULT 0,
  reach_at      timestamptz,
  locked        boolean NOT NULL DEFAULT false,
  last_at       timestamptz, -- a phone's history never runs backwards
  inbound_at    timestamptz,
  auto_answered_at timestamptz,
  flood_minute  timestamptz,
  flood_n       int NOT NULL DEFAULT 0,
  unasked_on    date, -- local day of unasked_n
  unasked_n     int NOT NULL DEFAULT 0,
  version       int NOT NULL DEFAULT 1
) WITH (fillfactor = 70);

CREATE TABLE people (
  id            uuid PRIMARY KEY,
  phone_id      bigint REFERENCES phones (id),
  name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  preferred_name text NOT NULL DEFAULT '',
  email         text NOT NULL DEFAULT '',
  language      text NOT NULL DEFAULT '',
  zone          text NOT NULL DEFAULT '',
  roles         text[] NOT NULL DEFAULT '{}',
  best_way      text NOT NULL DEFAULT '',
  access_needs  text NOT NULL DEFAULT '',
  dietary_needs text NOT NULL DEFAULT '',
  relationship  text NOT NULL DEFAULT '',
  notes         text NOT NULL DEFAULT '',
  tags          text[] NOT NULL DEFAULT '{}',
  external_id   text UNIQUE,
  organizer_id  uuid REFERENCES people (id),
  created_at    timestamptz NOT NULL,
  erased_at     timestamptz,
  version       int NOT NULL DEFAULT 1
);
CREATE INDEX people_phone ON people (phone_id);
CREATE INDEX people_name ON people (lower(name), id);
CREATE INDEX people_organizer ON people (organizer_id, lower(name)) WHERE organizer_id IS NOT NULL;
CREATE INDEX people_staff ON people (id) WHERE roles && ARRAY['staff', 'admin'];

CREATE TABLE consents (
  id         uuid PRIMARY KEY,
  phone_id   bigint NOT NULL REFERENCES phones (id),
  person_id  uuid,
  consent    smallint NOT NULL,
  source     text NOT NULL,
  by_person  uuid,
  meeting_id uuid,
  message_id uuid,
  words      text NOT NULL DEFAULT '',
  at         timestamptz NOT NULL
);
CREATE INDEX consents_phone ON consents (phone_id, at);

CREATE TABLE conversations (
  phone_id   bigint PRIMARY KEY REFERENCES phones (id),
  kind       text NOT NULL, -- '' when no question is open
  subject_id uuid,
  person_id  uuid,
  question   text NOT NULL DEFAULT '',
  asked_at   timestamptz,
  last_in_at timestamptz,
  tries      int NOT NULL DEFAULT 0,
  data       jsonb,
  list       jsonb, -- what the letters of the newest list mean
  version    int NOT NULL DEFAULT 1
) WITH (fillfactor = 70);

CREATE TABLE asks (
  id         uuid PRIMARY KEY,
  phone_id   bigint NOT NULL REFERENCES phones (id),
  kind       text NOT NULL,
  subject_id uuid NOT NULL,
  rank       int NOT NULL,
  cause_id   uuid,
  at         timestamptz NOT NULL,
  closed_at  timestamptz,
  why        text NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX asks_open ON asks (phone_id, kind, subject_id) WHERE closed_at IS NULL;

CREATE TABLE meetings (
  id           uuid PRIMARY KEY,
  organizer_id uuid NOT NULL REFERENCES people (id),
  contact_id   uuid REFERENCES people (id),
  starts_at    timestamptz,
  met_on       date,
  zone         text NOT NULL,
  minutes      int NOT NULL DEFAULT 45,
  place        text NOT NULL DEFAULT '',
  status       text NOT NULL,
  confirmed_at timestamptz,
  outcome      text NOT NULL DEFAULT '',
  proposal     jsonb,
  created_at   timestamptz NOT NULL,
  version      int NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX meetings_once ON meetings (organizer_id, contact_id, starts_at) WHERE status IN ('planned', 'proposed', 'confirmed');
CREATE INDEX meetings_organizer ON meetings (organizer_id) WHERE status IN ('planned', 'proposed', 'confirmed');
CREATE INDEX meetings_contact ON meetings (contact_id) WHERE status IN ('planned', 'proposed', 'confirmed');
CREATE INDEX meetings_time ON meetings (starts_at, id);

CREATE TABLE reports (
  id           uuid PRIMARY KEY,
  meeting_id   uuid UNIQUE REFERENCES meetings (id),
  organizer_id uuid NOT NULL REFERENCES people (id),
  contact_id   uuid,
  status       text NOT NULL, -- draft, filed
  question     text NOT NULL DEFAULT '',
  form_version int NOT NULL,
  started_at   timestamptz NOT NULL,
  changed_at   timestamptz NOT NULL,
  filed_at     timestamptz,
  thanked_at   timestamptz,
  needs_review boolean NOT NULL DEFAULT false,
  debrief_with uuid,
  debrief_on   date,
  debriefed_at timestamptz,
  version      int NOT NULL DEFAULT 1
);
CREATE INDEX reports_draft ON reports (organizer_id, id) WHERE status = 'draft';
CREATE INDEX reports_filed ON reports (filed_at, id);

CREATE TABLE answers (
  report_id    uuid NOT NULL REFERENCES reports (id),
  field        text NOT NULL,
  state        text NOT NULL,
  words        text NOT NULL,
  value        text NOT NULL,
  sources      uuid[] NOT NULL DEFAULT '{}',
  needs_review boolean NOT NULL DEFAULT false,
  at           timestamptz NOT NULL,
  PRIMARY KEY (report_id, field)
);

CREATE TABLE promises (
  id         uuid PRIMARY KEY,
  report_id  uuid NOT NULL REFERENCES reports (id),
  owner_id   uuid,
  to_id      uuid,
  kind       text NOT NULL, -- promise (the organizer's), commitment (the contact's)
  what       text NOT NULL,
  due_on     date,
  closed_at  timestamptz,
  how        text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  version    int NOT NULL DEFAULT 1
);
CREATE INDEX promises_open ON promises (owner_id, due_on) WHERE closed_at IS NULL;
CREATE INDEX promises_report ON promises (report_id);

CREATE TABLE planned (
  id              uuid PRIMARY KEY,
  phone_id        bigint NOT NULL REFERENCES phones (id),
  person_id       uuid NOT NULL,
  subject_kind    text NOT NULL,
  subject_id      uuid NOT NULL,
  subject_version int NOT NULL DEFAULT 0,
  rule            text NOT NULL,
  occurrence      text NOT NULL,
  due_at          timestamptz NOT NULL,
  valid_until     timestamptz,
  state           text NOT NULL DEFAULT 'planned', -- planned, made, folded, dropped, superseded
  reason          text NOT NULL DEFAULT '',
  message_id      uuid,
  cause_id        uuid,
  data            jsonb,
  version         int NOT NULL DEFAULT 1,
  UNIQUE (subject_kind, subject_id, person_id, rule, occurrence)
) WITH (fillfactor = 85);
CREATE INDEX planned_due ON planned (due_at, id) WHERE state = 'planned';
CREATE INDEX planned_subject ON planned (subject_kind, subject_id);
CREATE INDEX planned_phone ON planned (phone_id) WHERE state = 'planned';

-- No index and no index predicate here may name status, status_rank or error_code: one that does takes every callback's HOT update away.
CREATE TABLE messages (
  id              uuid PRIMARY KEY,
  seq             bigint NOT NULL DEFAULT nextval('message_seq'),
  phone_id        bigint,
  person_id       uuid,
  dir             smallint NOT NULL, -- 1 in, 2 out
  at              timestamptz NOT NULL,
  kind            text NOT NULL,
  body            text NOT NULL,
  lang            text NOT NULL DEFAULT '',
  segments        int NOT NULL DEFAULT 1,
  encoding        text NOT NULL DEFAULT '',
  prio            smallint NOT NULL DEFAULT 1,
  state           smallint NOT NULL, -- 0 received, 1 queued, 2 sending, 3 unknown, 4 sent, 5 rejected, 6 withheld, 7 unsettled
  reason          text NOT NULL DEFAULT '',
  unasked         boolean NOT NULL DEFAULT false,
  exempt          boolean NOT NULL DEFAULT false,
  attempt         int NOT NULL DEFAULT 0,
  requeued        boolean NOT NULL DEFAULT false, -- a negative verdict may be given once
  claimed_at      timestamptz,
  unknown_at      timestamptz,
  retry_at        timestamptz,
  valid_until     timestamptz,
  cause_id        uuid,
  subject_kind    text NOT NULL DEFAULT '',
  subject_id      uuid,
  subject_version int NOT NULL DEFAULT 0,
  sender          text NOT NULL DEFAULT '',
  sid             text,
  status          smallint NOT NULL DEFAULT 0,
  status_rank     smallint NOT NULL DEFAULT 0,
  error_code      int NOT NULL DEFAULT 0,
  sent_at         timestamptz
) WITH (fillfactor = 85);
CREATE INDEX messages_thread ON messages (phone_id, seq);
CREATE INDEX messages_lane ON messages (phone_id, seq) WHERE state IN (1, 2, 3);
CREATE INDEX messages_queued ON messages (prio, seq) WHERE state = 1;
CREATE INDEX messages_claimed ON messages (claimed_at) WHERE state IN (2, 3);
CREATE UNIQUE INDEX messages_one_in_flight ON messages (phone_id) WHERE state IN (2, 3);
CREATE UNIQUE INDEX messages_sid ON messages (sid) WHERE sid IS NOT NULL;
CREATE INDEX messages_page ON messages (at, id);
CREATE INDEX messages_cause ON messages (cause_id) WHERE cause_id IS NOT NULL;

CREATE TABLE inbound (
  sid         text PRIMARY KEY, -- signatures never expire, so neither does the dedupe
  message_id  uuid,
  received_at timestamptz NOT NULL,
  sender_raw  text NOT NULL,
  media       int NOT NULL DEFAULT 0,
  outcome     text NOT NULL,
  form        jsonb
);

CREATE TABLE callbacks (
  id         uuid PRIMARY KEY,
  message_id uuid, -- null: an orphan
  sid        text NOT NULL,
  status     text NOT NULL,
  code       int NOT NULL DEFAULT 0,
  form       jsonb NOT NULL,
  at         timestamptz NOT NULL,
  UNIQUE (sid, status, code)
);

CREATE TABLE attempts (
  message_id uuid NOT NULL,
  n          int NOT NULL,
  outcome    text NOT NULL,
  sid        text NOT NULL DEFAULT '',
  http       int NOT NULL DEFAULT 0,
  code       int NOT NULL DEFAULT 0,
  at         timestamptz NOT NULL
);
CREATE INDEX attempts_message ON attempts (message_id);

CREATE TABLE attention (
  id           uuid PRIMARY KEY,
  kind         text NOT NULL,
  subject_kind text NOT NULL,
  subject_id   uuid NOT NULL,
  phone_id     bigint,
  message_id   uuid,
  note         text NOT NULL,
  at           timestamptz NOT NULL,
  closed_at    timestamptz,
  closed_by    uuid
);
CREATE UNIQUE INDEX attention_open ON attention (kind, subject_kind, subject_id) WHERE closed_at IS NULL;
CREATE INDEX attention_page ON attention (at, id) WHERE closed_at IS NULL;

CREATE TABLE timeline (
  id           uuid PRIMARY KEY,
  subject_kind text NOT NULL,
  subject_id   uuid NOT NULL,
  at           timestamptz NOT NULL,
  actor_kind   text NOT NULL,
  actor_id     uuid,
  what         text NOT NULL,
  message_id   uuid,
  note         text NOT NULL DEFAULT ''
);
CREATE INDEX timeline_subject ON timeline (subject_kind, subject_id, id);

CREATE TABLE settings (
  key     text PRIMARY KEY,
  value   text NOT NULL,
  version int NOT NULL DEFAULT 1
);

-- +goose Down
DROP TABLE settings, timeline, attention, attempts, callbacks, inbound, messages, planned, promises, answers, reports, meetings, asks,
  conversations, consents, people, phones;
DROP SEQUENCE message_seq;
